package dk.genvej.http;

import dk.genvej.access.Staff;
import dk.genvej.api.model.Annulment;
import dk.genvej.api.model.Stamp;
import dk.genvej.api.model.UnitRef;
import dk.genvej.api.model.UserRef;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every view of the API has in common: people and units by name, stamps, times. */
@Singleton
public class Refs {

  private final Staff staff;

  Refs(Staff staff) {
    this.staff = staff;
  }

  public UserRef user(Work work, UUID id) {
    return new UserRef(id, staff.name(work.municipality(), id));
  }

  public @Nullable UserRef userOrNull(Work work, @Nullable UUID id) {
    return id == null ? null : user(work, id);
  }

  public UnitRef unit(Work work, UUID id) {
    return new UnitRef(id, work.units().get(id).name());
  }

  public @Nullable UnitRef unitOrNull(Work work, @Nullable UUID id) {
    return id == null ? null : unit(work, id);
  }

  public Stamp stamp(Work work, dk.genvej.shared.Stamp stamp) {
    var view = new Stamp(user(work, stamp.authorId()), time(stamp.receivedAt()));
    view.setHappenedAt(time(stamp.happenedAt()));
    view.setRecordedAt(time(stamp.recordedAt()));
    return view;
  }

  /** Null while the record stands. */
  public @Nullable Annulment annulment(
      Work work, @Nullable Instant at, @Nullable UUID by, @Nullable String reason) {
    return at == null || by == null || reason == null
        ? null
        : new Annulment(user(work, by), time(at), reason);
  }

  /** In Danish time, as people read it. */
  public static OffsetDateTime time(Instant instant) {
    return instant.atZone(dk.genvej.shared.Time.ZONE).toOffsetDateTime();
  }

  public static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
