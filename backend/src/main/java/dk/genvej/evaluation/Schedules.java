package dk.genvej.evaluation;

import dk.genvej.course.Course;
import dk.genvej.course.CourseRules;
import dk.genvej.course.CourseSchedule;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.settings.SettingsHistory;
import dk.genvej.settings.SettingsOnDay;
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
    return of(course, settings.on(work, course.requireDue()));
  }

  /** Of several courses, by choices that were read once. */
  static CourseSchedule of(Course course, SettingsHistory history) {
    return of(course, history.on(course.requireDue()));
  }

  SettingsHistory history(Work work) {
    return settings.history(work);
  }

  private static CourseSchedule of(Course course, SettingsOnDay chosen) {
    var start = course.requireStart();
    return new CourseSchedule(
        start,
        new CourseRules(
            (int) ChronoUnit.DAYS.between(start, course.requireDue()),
            chosen.whole(Setting.EVALUATION_WINDOW_DAYS),
            chosen.whole(Setting.COURSE_START_BACK_DAYS)));
  }
}
