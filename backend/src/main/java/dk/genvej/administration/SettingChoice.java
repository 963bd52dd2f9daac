package dk.genvej.administration;

import dk.genvej.settings.IndicativeMinutes;
import dk.genvej.settings.Setting;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a setting's value may be beyond its kind: "3,6,12" are months and "3,6,XII" are not, though
 * both are lists.
 */
final class SettingChoice {

  /** A code of FSIII, and its title where the municipality tells it. */
  private static final String CODE_AND_TITLE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}( .+)?";

  private SettingChoice() {}

  /** Why the municipality cannot choose so. */
  static Optional<Refusal> refuse(Setting setting, String value) {
    return Refusal.at("/value", ProblemCode.SETTING_VALUE_INVALID)
        .with("key", setting.key())
        .when(!setting.accepts(value) || !sensible(setting, value));
  }

  private static boolean sensible(Setting setting, String value) {
    return switch (setting) {
      case COURSE_LENGTH_DAYS -> within(value, 1, 366);
      case EVALUATION_WINDOW_DAYS, COURSE_START_BACK_DAYS -> within(value, 0, 366);
      case CORRECTION_AUTHOR_HOURS -> within(value, 0, 8784);
      case SNAPSHOT_END_SHARE -> within(value, 0, 100);
      case NOTICE_REMINDER_DAYS, NOTICE_OVERDUE_DAYS, NOTICE_ESCALATION_DAYS ->
          within(value, 1, 366);
      case TRACKING_WARN_HOURS, TRACKING_ALARM_HOURS -> within(value, 1, 1_000);
      case FOLLOW_UP_MONTHS -> months(value);
      case GATEWAY_REPORTS, GATEWAY_VISITS -> within(value, 0, 1);
      case GATEWAY_LAG_ALARM_DAYS -> within(value, 1, 366);
      case GATEWAY_GUIDE -> value.matches("V1_2|V1_3");
      case GATEWAY_CODES -> value.isEmpty() || eachPair(value, one -> one.matches(CODE_AND_TITLE));
      case COURSE_LEVELS -> eachPair(value, one -> IndicativeMinutes.parse(one).isPresent());
      default -> true;
    };
  }

  private static boolean within(String value, int least, int most) {
    int number = Integer.parseInt(value);
    return number >= least && number <= most;
  }

  /** Each once and in order, at most five years. */
  private static boolean months(String value) {
    if (!value.matches("[0-9]{1,2}(,[0-9]{1,2})*")) {
      return false;
    }
    var months = Arrays.stream(value.split(",")).mapToInt(Integer::parseInt).toArray();
    IntPredicate rises = i -> months[i] > (i == 0 ? 0 : months[i - 1]);
    return months[months.length - 1] <= 60 && IntStream.range(0, months.length).allMatch(rises);
  }

  private static boolean eachPair(String value, Predicate<String> holds) {
    return Arrays.stream(value.split(","))
        .map(pair -> pair.split("=", 2)[1].strip())
        .allMatch(holds);
  }
}
