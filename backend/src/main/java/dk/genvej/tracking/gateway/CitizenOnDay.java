package dk.genvej.tracking.gateway;

import dk.genvej.course.StopReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A citizen as the record stood at the end of a day.
 *
 * @param died as the citizen's own record says
 * @param lastChange when something of this last changed, by the day it was received
 */
record CitizenOnDay(
    UUID id,
    boolean died,
    List<CourseOnDay> courses,
    List<ConditionOnDay> conditions,
    Instant lastChange) {

  CitizenOnDay {
    courses = List.copyOf(courses);
    conditions = List.copyOf(conditions);
  }

  /**
   * @param level 0 to 4, or 9 for not relevant
   */
  record ConditionOnDay(UUID id, UUID code, int level, boolean active, LocalDate recordedOn) {}

  /**
   * A course that stopped because the citizen died says so as well as the citizen's record, which
   * may not have heard of it yet: neither alone may make a false report of the living.
   */
  boolean dead() {
    return died || courses.stream().anyMatch(course -> course.stopReason() == StopReason.DIED);
  }
}
