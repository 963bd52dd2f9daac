package dk.genvej.sync;

import dk.genvej.api.model.PushAnswer;
import dk.genvej.api.model.PushRequest;
import dk.genvej.device.Devices;
import dk.genvej.device.Standing;
import dk.genvej.http.Edge;
import dk.genvej.http.Problems;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Batch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes in the queue of a tablet (R10): one transaction, and a result for every mutation. */
@Singleton
class PushDesk {

  /** Two writers that waited for each other are both let go once more, and again. */
  private static final int ATTEMPTS = 3;

  private final Edge edge;
  private final PushTools tools;
  private final PushResults results;
  private final Devices devices;
  private final Epochs epochs;

  PushDesk(Edge edge, PushTools tools, PushResults results, Devices devices, Epochs epochs) {
    this.edge = edge;
    this.tools = tools;
    this.results = results;
    this.devices = devices;
    this.epochs = epochs;
  }

  PushAnswer push(PushRequest request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return edge.batch(batch -> push(batch, request));
      } catch (RuntimeException failed) {
        if (attempt == ATTEMPTS || !Problems.deadlock(failed)) {
          throw failed;
        }
      }
    }
  }

  private PushAnswer push(Batch batch, PushRequest request) {
    var work = batch.work();
    tools.repository().turn(work.municipality(), work.actor().userId().toString());
    var standing = devices.standing(work, request.getDevice());
    if (standing instanceof Standing.Unknown) {
      throw RefusalException.of(ProblemCode.DEVICE_NOT_REGISTERED);
    }
    var epoch = epochs.current(work, request.getAcknowledged()).epoch();
    var sentAt = instant(request.getSentAt());
    var clock = PushClock.of(sentAt, batch.now());
    var run = new PushRun(tools, batch, request, clock, shutOut(batch, standing));
    run.carryOut();
    devices.pushed(work, request.getDevice(), sentAt);
    var answer = results.answer(batch, request, run.sent(), epoch, clock);
    answer.setWipe(results.wipe(batch, standing).orElse(null));
    answer.setOldestClient(devices.oldestClient());
    return answer;
  }

  /** Why nothing of this push can land. */
  private static Optional<KeptReason> shutOut(Batch batch, Standing standing) {
    if (standing instanceof Standing.Revoked) {
      return Optional.of(KeptReason.DEVICE_REVOKED);
    }
    return batch.blocked() ? Optional.of(KeptReason.USER_BLOCKED) : Optional.empty();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
