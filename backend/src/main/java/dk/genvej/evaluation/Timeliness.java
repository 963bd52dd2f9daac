package dk.genvej.evaluation;

import dk.genvej.course.CourseSchedule;
import java.time.LocalDate;

/** Rettidighed: whether a twelve-week evaluation fell in its window (O3). It refuses nothing. */
public enum Timeliness {
  EARLY,
  TIMELY,
  LATE;

  /** Due 2025-04-21: timely from the 14th to the 28th, and 2 May, eleven days on, is late (S6). */
  public static Timeliness of(CourseSchedule schedule, LocalDate evaluated) {
    if (evaluated.isBefore(schedule.timelyFrom())) {
      return EARLY;
    }
    return evaluated.isAfter(schedule.timelyUntil()) ? LATE : TIMELY;
  }
}
