package dk.genvej.evaluation;

import dk.genvej.course.Course;
import dk.genvej.course.CourseRules;
import dk.genvej.course.CourseSchedule;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;

/** The schedule of a started course: its own length, and the window that holds on its due day. */
@Singleton
class Schedules {

  private final Settings settings;

  Schedules(Settings settings) {
    this.settings = settings;
  }

  CourseSchedule of(Work work, Course course) {
    var start = course.requireStart();
    var due = course.requireDue();
    var chosen = settings.on(work, due);
    return new CourseSchedule(
        start,
        new CourseRules(
            (int) ChronoUnit.DAYS.between(start, due),
            chosen.whole(Setting.EVALUATION_WINDOW_DAYS),
            chosen.whole(Setting.COURSE_START_BACK_DAYS)));
  }
}
