package dk.genvej.goal;

import dk.genvej.course.Course;
import dk.genvej.shared.Stamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the first and the next version of a goal. */
final class GoalVersions {

  private GoalVersions() {}

  static Goal first(Course course, UUID id, GoalDetails details, Stamp stamp) {
    var place = new Place(course.municipalityId(), id, course.citizenId(), course.id());
    return version(place, details, GoalStatus.OPEN, null, 1, stamp);
  }

  static Goal next(Goal current, GoalDetails details, GoalStatus status, Stamp stamp) {
    return version(place(current), details, status, null, current.version() + 1, stamp);
  }

  static Goal annulled(Goal current, Annulled annulled, Stamp stamp) {
    var details =
        new GoalDetails(current.conditionId(), current.terms(), current.agreedWithCitizen());
    return version(
        place(current), details, current.status(), annulled, current.version() + 1, stamp);
  }

  record Annulled(Instant at, UUID by, String reason) {}

  private record Place(int municipality, UUID id, UUID citizenId, UUID courseId) {}

  private static Place place(Goal goal) {
    return new Place(goal.municipalityId(), goal.id(), goal.citizenId(), goal.courseId());
  }

  private static Goal version(
      Place place,
      GoalDetails details,
      GoalStatus status,
      @Nullable Annulled annulled,
      int version,
      Stamp stamp) {
    var terms = details.terms();
    return new Goal(
        place.municipality,
        place.id,
        place.citizenId,
        place.courseId,
        details.conditionId(),
        terms.words(),
        terms.measure(),
        terms.figures().unit(),
        terms.baseline(),
        terms.figures().baseline(),
        Objects.requireNonNull(terms.baselineOn(), "the contract asks for it"),
        terms.target(),
        terms.figures().target(),
        Objects.requireNonNull(terms.targetOn(), "the contract asks for it"),
        status,
        details.agreedWithCitizen(),
        annulled == null ? null : annulled.at,
        annulled == null ? null : annulled.by,
        annulled == null ? null : annulled.reason,
        version,
        stamp);
  }
}
