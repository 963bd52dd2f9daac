package dk.genvej.visit;

import dk.genvej.course.Course;
import dk.genvej.shared.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a visit while it is made: as the one before, but for what is set here. */
final class VisitVersion {

  private final int municipality;
  private final UUID id;
  private final UUID citizenId;
  private final UUID courseId;
  private final int version;
  private final Stamp stamp;
  private VisitState state;
  private ContactType contactType;
  private UUID visitorId;
  private @Nullable Instant plannedAt;
  private @Nullable BigDecimal plannedMinutes;
  private @Nullable Instant heldAt;
  private @Nullable BigDecimal minutes;
  private @Nullable String note;
  private @Nullable String cancelReason;
  private @Nullable Instant annulledAt;
  private @Nullable UUID annulledBy;
  private @Nullable String annulledReason;

  private VisitVersion(Course course, UUID id, UUID visitorId, ContactType type, Stamp stamp) {
    this.municipality = course.municipalityId();
    this.id = id;
    this.citizenId = course.citizenId();
    this.courseId = course.id();
    this.version = 1;
    this.stamp = stamp;
    this.state = VisitState.PLANNED;
    this.contactType = type;
    this.visitorId = visitorId;
  }

  private VisitVersion(Visit before, Stamp stamp) {
    this.municipality = before.municipalityId();
    this.id = before.id();
    this.citizenId = before.citizenId();
    this.courseId = before.courseId();
    this.version = before.version() + 1;
    this.stamp = stamp;
    this.state = before.state();
    this.contactType = before.contactType();
    this.visitorId = before.visitorId();
    this.plannedAt = before.plannedAt();
    this.plannedMinutes = before.plannedMinutes();
    this.heldAt = before.heldAt();
    this.minutes = before.minutes();
    this.note = before.note();
    this.cancelReason = before.cancelReason();
  }

  static VisitVersion first(Course course, UUID id, UUID visitorId, ContactType type, Stamp stamp) {
    return new VisitVersion(course, id, visitorId, type, stamp);
  }

  static VisitVersion after(Visit before, Stamp stamp) {
    return new VisitVersion(before, stamp);
  }

  VisitVersion planned(Planned planned) {
    this.contactType = planned.contactType();
    this.plannedAt = planned.at();
    this.plannedMinutes = planned.minutes();
    return this;
  }

  VisitVersion held(Held held, UUID by) {
    this.state = VisitState.HELD;
    this.contactType = held.contactType();
    this.visitorId = by;
    this.heldAt = held.at();
    this.minutes = held.minutes();
    this.note = held.note();
    return this;
  }

  VisitVersion cancelled(String reason) {
    this.state = VisitState.CANCELLED;
    this.cancelReason = reason;
    return this;
  }

  VisitVersion annulled(Instant at, UUID by, String reason) {
    this.state = VisitState.ANNULLED;
    this.annulledAt = at;
    this.annulledBy = by;
    this.annulledReason = reason;
    return this;
  }

  Visit make() {
    return new Visit(
        municipality,
        id,
        citizenId,
        courseId,
        state,
        contactType,
        visitorId,
        plannedAt,
        plannedMinutes,
        heldAt,
        minutes,
        note,
        cancelReason,
        annulledAt,
        annulledBy,
        annulledReason,
        version,
        stamp);
  }
}
