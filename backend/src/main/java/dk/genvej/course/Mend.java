package dk.genvej.course;

import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.shared.Mending;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.shared.Stamp;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks R82 for an entry that somebody wants to annul or correct. */
@Singleton
public class Mend {

  private final Settings settings;

  Mend(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param entry the stamp of the version that stands
   * @param annulledAt when it was annulled already, or null
   */
  public void require(
      Work work, Stamp entry, java.time.@Nullable Instant annulledAt, String reason) {
    var role = work.actor().has(Role.COORDINATOR) ? Role.COORDINATOR : Role.THERAPIST;
    var hours = settings.today(work).whole(Setting.CORRECTION_AUTHOR_HOURS);
    RefusalException.throwIfAny(
        new Mending(entry.authorId(), entry.receivedAt(), annulledAt != null)
            .refuse(work.actor().userId(), role, work.now(), Duration.ofHours(hours), reason));
  }
}
