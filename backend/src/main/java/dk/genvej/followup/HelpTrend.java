package dk.genvej.followup;

import dk.genvej.referral.Help;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * The help of all completed courses whose follow-up is answered, with or without a gain: at the end
 * and at the follow-up, over the same courses (O9). S12 at twelve months: 660 became 840, n 5.
 */
public record HelpTrend(int n, BigDecimal atEnd, BigDecimal atFollowUp) {

  private static final HelpTrend NONE =
      new HelpTrend(0, new BigDecimal("0.0"), new BigDecimal("0.0"));

  /** An answer on another basis than {@code after} is left out. */
  public static HelpTrend of(Collection<FollowedUp> completed) {
    var trend = NONE;
    for (var one : completed) {
      if (one.answer() instanceof FollowUpAnswer.Granted granted
          && granted.help().comparableWith(one.outcome().after())) {
        trend = trend.plus(one.outcome().after(), granted.help());
      }
    }
    return trend;
  }

  private HelpTrend plus(Help.Assessed end, Help.Assessed followUp) {
    return new HelpTrend(
        n + 1, atEnd.add(end.minutesPerWeek()), atFollowUp.add(followUp.minutesPerWeek()));
  }
}
