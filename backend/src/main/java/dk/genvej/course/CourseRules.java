package dk.genvej.course;

import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingsOnDay;

/**
 * The municipality's settings that a course's dates rest on. Twelve weeks are København's practice
 * (“altid efter 12 uger”) and a municipal choice, not law.
 *
 * @param lengthDays setting {@code course.length-days}: start to due, 84 unless set
 * @param windowDays setting {@code evaluation.window-days}: either side of due, 7 unless set
 * @param startBackDays setting {@code course.start-back-days}: how far back a start may be given at
 *     activation, 14 unless set
 */
public record CourseRules(int lengthDays, int windowDays, int startBackDays) {

  public static final CourseRules DEFAULTS = new CourseRules(84, 7, 14);

  public static CourseRules of(SettingsOnDay settings) {
    return new CourseRules(
        settings.whole(Setting.COURSE_LENGTH_DAYS),
        settings.whole(Setting.EVALUATION_WINDOW_DAYS),
        settings.whole(Setting.COURSE_START_BACK_DAYS));
  }

  /** The same with the length a course got at its start, which a later setting does not change. */
  public CourseRules lasting(int days) {
    return new CourseRules(days, windowDays, startBackDays);
  }

  public CourseRules {
    if (lengthDays < 1 || windowDays < 0 || startBackDays < 0) {
      throw new IllegalArgumentException("a course has at least a day, and no negative setting");
    }
  }
}
