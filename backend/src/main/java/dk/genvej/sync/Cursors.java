package dk.genvej.sync;

import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cursors as a tablet carries them: signed for one person on one tablet, and unreadable to it. */
@Singleton
class Cursors {

  private final Signatures signatures;

  Cursors(Signatures signatures) {
    this.signatures = signatures;
  }

  String write(Work work, UUID deviceId, Cursor cursor) {
    return signatures.sign(work, bound(work, deviceId), cursor.bytes());
  }

  /** Empty when there is none, or one that was not given here to this person on this tablet. */
  Optional<Cursor> read(Work work, UUID deviceId, @Nullable String text) {
    return Optional.ofNullable(text)
        .flatMap(known -> signatures.open(work, bound(work, deviceId), known))
        .flatMap(Cursor::of);
  }

  private static String bound(Work work, UUID deviceId) {
    return "cursor " + work.actor().userId() + " " + deviceId;
  }
}
