package dk.genvej.followup;

import dk.genvej.course.Course;
import dk.genvej.course.CourseListener;
import dk.genvej.course.StopReason;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;

/**
 * Follow-ups follow their course: planned when it is completed, cancelled when it is annulled. A
 * later course that stops because the citizen died, moved away or went to a nursing home leaves
 * nothing to follow up in the earlier ones either (O16).
 */
@Singleton
class PlannedFollowUps implements CourseListener {

  private static final Set<StopReason> LEFT =
      Set.of(StopReason.DIED, StopReason.MOVED_AWAY, StopReason.NURSING_HOME);

  private final FollowUps followUps;
  private final Settings settings;

  PlannedFollowUps(FollowUps followUps, Settings settings) {
    this.followUps = followUps;
    this.settings = settings;
  }

  @Override
  public void completed(Work work, Course course) {
    var completed = Objects.requireNonNull(course.completedOn(), "a completed course has its day");
    var months =
        settings.on(work, completed).list(Setting.FOLLOW_UP_MONTHS).stream()
            .map(Integer::valueOf)
            .toList();
    followUps.plan(work, course, new FollowUpDates(completed, months));
  }

  @Override
  public void stopped(Work work, Course course) {
    if (LEFT.contains(course.stopReason())) {
      followUps.cancelOfCitizen(work, course.citizenId());
    }
  }

  @Override
  public void annulled(Work work, Course course) {
    followUps.cancelOfCourse(work, course.id());
  }
}
