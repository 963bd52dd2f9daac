package dk.genvej.client;

import dk.genvej.api.model.Mutation;
import dk.genvej.api.model.PullAnswer;
import dk.genvej.api.model.PushAnswer;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.api.model.SyncedReference;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened on the device, as one line of its journal: a letter, then JSON. */
sealed interface Entry {

  /** The person wrote something. */
  record Recorded(Mutation mutation, byte[] json) implements Entry {}

  /** These are about to be sent. */
  @Serdeable
  record Sent(List<UUID> ids) implements Entry {}

  /** An answer to a push, as it came. */
  record Answered(PushAnswer answer, byte[] json) implements Entry {}

  /** A page, as it came: records and cursor in one step. */
  record Pulled(PullAnswer page, byte[] json) implements Entry {}

  /** The server refused a push of this one alone, without a result of its own. */
  @Serdeable
  record Refused(dk.genvej.api.model.MutationResult result) implements Entry {}

  /** The person's decision on what needed one. */
  @Serdeable
  record Decided(UUID id, Decision decision) implements Entry {}

  /** Send once more, or let it go. */
  enum Decision {
    AGAIN,
    LET_GO
  }

  /** The server could not read the cursor. */
  @Serdeable
  record CursorForgotten(String reason) implements Entry {}

  /** Everything that did not land is offered a last time before the device is erased. */
  @Serdeable
  record LastOffer(int unsent) implements Entry {}

  /** All of it, after compaction. */
  @Serdeable
  record Snapshot(
      List<QueuedMutation> queue,
      List<SyncedCitizen> citizens,
      @Nullable SyncedReference reference,
      Position position)
      implements Entry {}

  default byte[] toBytes() {
    return switch (this) {
      case Recorded(_, byte[] json) -> with('R', json);
      case Answered(_, byte[] json) -> with('A', json);
      case Pulled(_, byte[] json) -> with('P', json);
      case Sent sent -> with('S', Json.bytes(sent));
      case Refused refused -> with('X', Json.bytes(refused));
      case Decided decided -> with('D', Json.bytes(decided));
      case CursorForgotten forgotten -> with('F', Json.bytes(forgotten));
      case LastOffer offer -> with('L', Json.bytes(offer));
      case Snapshot snapshot -> with('C', Json.bytes(snapshot));
    };
  }

  static Entry of(byte[] bytes) throws IOException {
    var json = Arrays.copyOfRange(bytes, 1, bytes.length);
    return switch (bytes[0]) {
      case 'R' -> recorded(json);
      case 'A' -> answered(json);
      case 'P' -> pulled(json);
      case 'S' -> Json.read(json, Sent.class);
      case 'X' -> Json.read(json, Refused.class);
      case 'D' -> Json.read(json, Decided.class);
      case 'F' -> Json.read(json, CursorForgotten.class);
      case 'L' -> Json.read(json, LastOffer.class);
      case 'C' -> Json.read(json, Snapshot.class);
      default -> throw new IOException("written by a newer client: " + (char) bytes[0]);
    };
  }

  static Recorded recorded(byte[] json) throws IOException {
    return new Recorded(Json.read(json, Mutation.class), json);
  }

  static Answered answered(byte[] json) throws IOException {
    return new Answered(Json.read(json, PushAnswer.class), json);
  }

  static Pulled pulled(byte[] json) throws IOException {
    return new Pulled(Json.read(json, PullAnswer.class), json);
  }

  private static byte[] with(char kind, byte[] json) {
    var bytes = new byte[json.length + 1];
    bytes[0] = (byte) kind;
    System.arraycopy(json, 0, bytes, 1, json.length);
    return bytes;
  }
}
