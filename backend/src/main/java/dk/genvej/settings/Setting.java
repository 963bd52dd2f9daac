package dk.genvej.settings;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Optional;

/** What a municipality may choose, what holds until it does, and where that comes from. */
public enum Setting {
  COURSE_LENGTH_DAYS(
      "course.length-days", Kind.WHOLE, "84", "København 2018: altid efter 12 uger; not law"),
  EVALUATION_WINDOW_DAYS("evaluation.window-days", Kind.WHOLE, "7", "O3: window due -7 ... due +7"),
  COURSE_START_BACK_DAYS(
      "course.start-back-days", Kind.WHOLE, "14", "O3: start at most 14 days back"),
  FOLLOW_UP_MONTHS(
      "followup.months", Kind.LIST, "3,6,12", "Hedensted 2015: 3/6/12 months; our choice"),
  CORRECTION_AUTHOR_HOURS("correction.author-hours", Kind.WHOLE, "24", "R82"),
  INTERVENTION_TYPES(
      "course.intervention-types", Kind.LIST, "HVERDAGSREHABILITERING", "Hedensted 2015"),
  PRINT_TELEPHONES(
      "print.telephones",
      Kind.MAP,
      "",
      "R57: the number of the contact person by care area, * for those not named"),
  HELP_SERVICES(
      "help.services", Kind.MAP, "", "SEL § 83: finer services of help are the municipality's own"),
  COURSE_LEVELS(
      "help.course-levels", Kind.MAP, "", "Ældreloven § 10: levels are the municipality's own"),
  CHANGE_THAT_MATTERS(
      "score.change-that-matters",
      Kind.MAP,
      "COPM.PERFORMANCE=2,COPM.SATISFACTION=2",
      "O7: thecopm.ca, 2 points; PSFS has no threshold until one is chosen (O8)"),
  GRANT_LEVEL3("grant.level3", Kind.MAP, "", "FK Gateway level 3: local codes"),
  TRACKING_WARN_HOURS(
      "tracking.warn-hours", Kind.WHOLE, "24", "FK Gateway: reported daily; a day late is late"),
  TRACKING_ALARM_HOURS("tracking.alarm-hours", Kind.WHOLE, "72", "ours"),
  GATEWAY_REPORTS(
      "gateway.reports",
      Kind.WHOLE,
      "0",
      "FK Gateway: 1 from the day Genvej is the record that reports, as no citizen is reported"
          + " twice"),
  GATEWAY_GUIDE(
      "gateway.guide",
      Kind.LIST,
      "V1_2",
      "KLGateway 1.2.0; V1_3 from the day the gateway takes it"),
  GATEWAY_CODES(
      "gateway.codes",
      Kind.MAP,
      "",
      "FSIII: service=code title, for help that is left; the choice of the municipality"),
  GATEWAY_VISITS(
      "gateway.visits",
      Kind.WHOLE,
      "0",
      "KLGateway: visits need not be told before the end of 2027"),
  GATEWAY_LAG_ALARM_DAYS(
      "gateway.lag-alarm-days",
      Kind.WHOLE,
      "3",
      "KLGateway: at least daily; when to alarm is ours"),
  SNAPSHOT_END_SHARE(
      "import.snapshot-end-percent", Kind.WHOLE, "5", "a snapshot that ends more asks first"),
  NOTICE_TIME("notice.time", Kind.TIME, "07:00", "O13: day-bound notices go at 07:00"),
  NOTICE_REMINDER_DAYS("notice.reminder-days", Kind.WHOLE, "14", "O13: N3 at due -14"),
  NOTICE_OVERDUE_DAYS("notice.overdue-days", Kind.WHOLE, "1", "O13: N5 at due +1"),
  NOTICE_ESCALATION_DAYS("notice.escalation-days", Kind.WHOLE, "8", "O13: N6 at due +8"),
  DAYS_OFF(
      "calendar.days-off",
      Kind.DAYS,
      "",
      "O16: 24 and 31 December, 1 May and 5 June are working days unless chosen otherwise");

  /**
   * How a value is written: a whole number, a comma-separated list, key=value pairs by comma, a
   * time of day as 07:00, or days of the year as 12-24 by comma, none included.
   */
  public enum Kind {
    WHOLE,
    LIST,
    MAP,
    TIME,
    DAYS
  }

  private final String key;
  private final Kind kind;
  private final String standard;
  private final String source;

  Setting(String key, Kind kind, String standard, String source) {
    this.key = key;
    this.kind = kind;
    this.standard = standard;
    this.source = source;
  }

  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }

  /** The value where a municipality has not chosen. */
  public String standard() {
    return standard;
  }

  /** Where the default comes from. */
  public String source() {
    return source;
  }

  public static Optional<Setting> byKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** Whether the text is a value of this setting's kind. */
  public boolean accepts(String value) {
    return switch (kind) {
      case WHOLE -> value.matches("[0-9]{1,5}");
      case LIST -> value.matches("[A-Z0-9_]+(,[A-Z0-9_]+)*");
      case TIME -> value.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
      case DAYS ->
          value.isEmpty() || Arrays.stream(value.split(",", -1)).allMatch(Setting::dayOfYear);
      case MAP -> value.isEmpty() || value.matches("[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*");
    };
  }

  private static boolean dayOfYear(String text) {
    try {
      MonthDay.parse("--" + text);
      return true;
    } catch (DateTimeException noDay) {
      return false;
    }
  }
}
