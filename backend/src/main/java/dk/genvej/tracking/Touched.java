package dk.genvej.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What of a transaction's changes may concern an outcome.
 *
 * @param ended courses that ended just now: there is something to tell
 * @param courses others; to be looked up, as there is only something to tell if it was told before
 * @param citizens of changes that name no course, such as a corrected shadow or birth date
 * @param causes why, by course, should an outcome follow
 */
record Touched(
    Set<UUID> ended, Set<UUID> courses, Set<UUID> citizens, Map<UUID, List<Cause>> causes) {

  private static final Set<String> ENDS = Set.of("CourseCompleted", "CourseStopped");

  /** Records that a column of an outcome is taken from. */
  private static final Set<String> TOLD_OF =
      Set.of(
          "citizen",
          "cohort",
          "course",
          "follow_up",
          "goal",
          "help",
          "plan",
          "referral",
          "score",
          "visit");

  static Touched by(List<Touch> touches) {
    var touched = new Touched(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashMap<>());
    touches.stream().filter(one -> TOLD_OF.contains(one.cause().type())).forEach(touched::add);
    touched.courses.removeAll(touched.ended);
    return touched;
  }

  /**
   * History is told whole, later and in the background ({@link OutcomeBackfill}); of it only what
   * is said of a citizen may concern a course that was told of already.
   */
  private void add(Touch touch) {
    var course = touch.courseId();
    if (course == null) {
      if (touch.citizenId() != null) {
        citizens.add(touch.citizenId());
      }
    } else if (!touch.historic()) {
      (ENDS.contains(touch.kind()) ? ended : courses).add(course);
      causes.computeIfAbsent(course, _ -> new ArrayList<>()).add(touch.cause());
    }
  }
}
