package dk.genvej.client;

import dk.genvej.api.model.PullAnswer;
import dk.genvej.api.model.PushAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the server gave last, to be sent back as it came.
 *
 * @param receipt of the last push that was answered
 * @param everythingUpTo when the server last had nothing more for this device
 * @param total citizens the device is to hold
 * @param remaining citizens with something new that is not here yet
 * @param orderedToErase the server has shut the device or the user out
 */
@Serdeable
public record Position(
    @Nullable UUID epoch,
    @Nullable String cursor,
    @Nullable String receipt,
    @Nullable OffsetDateTime heardAt,
    @Nullable OffsetDateTime everythingUpTo,
    int total,
    int remaining,
    boolean orderedToErase) {

  static final Position NOWHERE = new Position(null, null, null, null, null, 0, 0, false);

  Position after(PullAnswer page) {
    return new Position(
        page.getEpoch(),
        page.getCursor(),
        receipt,
        page.getServerTime(),
        page.getMore() ? everythingUpTo : page.getServerTime(),
        page.getTotal(),
        page.getRemaining(),
        orderedToErase);
  }

  Position after(PushAnswer answer) {
    return new Position(
        answer.getEpoch(),
        cursor,
        answer.getReceipt(),
        answer.getServerTime(),
        everythingUpTo,
        total,
        remaining,
        orderedToErase || answer.getWipe() != null);
  }

  /** The next pull brings everything. */
  Position withoutCursor() {
    return new Position(
        epoch, null, receipt, heardAt, everythingUpTo, total, remaining, orderedToErase);
  }

  boolean leaves(@Nullable UUID told) {
    return epoch != null && !epoch.equals(told);
  }
}
