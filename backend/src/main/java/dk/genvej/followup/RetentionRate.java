package dk.genvej.followup;

import dk.genvej.referral.Help;
import dk.genvej.shared.Ratio;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fastholdelse of a group in one follow-up month (O9), over the courses with a gain. S12 at six
 * months: 4 held, 1 partly, 1 lost, so 4 of 6 is 66.7 %.
 *
 * @param left how many died, moved away or went to a nursing home
 * @param otherBasis how many have help that cannot be set against {@code after}
 * @param notDue how many are not due yet, and in no share
 * @param withoutGain how many had nothing to hold; they are in the trend only
 */
public record RetentionRate(
    Map<Retention, Integer> counts,
    int missing,
    Map<FollowUpAnswer.Reason, Integer> left,
    int otherBasis,
    int notDue,
    int withoutGain) {

  public RetentionRate {
    counts = Map.copyOf(counts);
    left = Map.copyOf(left);
  }

  public static RetentionRate of(Collection<FollowedUp> completed) {
    var gained = completed.stream().filter(one -> one.outcome().gained()).toList();
    var tally = new Tally();
    gained.forEach(tally::add);
    return tally.rate(completed.size() - gained.size());
  }

  public int count(Retention retention) {
    return counts.getOrDefault(retention, 0);
  }

  public int known() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Held, of those known. */
  public Optional<Ratio> rate() {
    return Ratio.ofCounts(count(Retention.HELD), known());
  }

  /** Known, of those that should be. */
  public Optional<Ratio> answerRate() {
    return Ratio.ofCounts(known(), known() + missing);
  }

  /** Counts while it goes through the courses once. */
  private static final class Tally {
    private final Map<Retention, Integer> counts = new EnumMap<>(Retention.class);
    private final Map<FollowUpAnswer.Reason, Integer> left =
        new EnumMap<>(FollowUpAnswer.Reason.class);
    private int missing;
    private int otherBasis;
    private int notDue;

    void add(FollowedUp one) {
      switch (one.answer()) {
        case FollowUpAnswer.Granted(Help.Assessed help) ->
            Retention.of(one.outcome(), help)
                .ifPresentOrElse(it -> counts.merge(it, 1, Integer::sum), () -> otherBasis++);
        case FollowUpAnswer.Left(FollowUpAnswer.Reason reason) ->
            left.merge(reason, 1, Integer::sum);
        case FollowUpAnswer.Missing() -> missing++;
        case FollowUpAnswer.NotDue() -> notDue++;
      }
    }

    RetentionRate rate(int withoutGain) {
      return new RetentionRate(counts, missing, left, otherBasis, notDue, withoutGain);
    }
  }
}
