package dk.genvej.evaluation;

import dk.genvej.shared.Ratio;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * How many of a group got better on one scale.
 *
 * @param proxies courses with a relative's score: out of the count in O8, in it and shown in O7
 * @param unmatched completed courses without both scores
 */
public record BenefitShare(int improved, int counted, int proxies, int unmatched) {

  /** Udbytteandel by PSFS (O8): what the citizens say themselves. S18: 5 of 8, two excluded. */
  public static BenefitShare ofCitizensOwn(
      Collection<Optional<ScoreChange>> changes, BigDecimal threshold) {
    var own = known(changes).stream().filter(one -> one.scorers() == ScorerClass.CITIZEN).toList();
    return share(changes, own, threshold);
  }

  /** Increased satisfaction or performance by COPM (O7): a relative's word counts, and is shown. */
  public static BenefitShare ofAll(
      Collection<Optional<ScoreChange>> changes, BigDecimal threshold) {
    return share(changes, known(changes), threshold);
  }

  public Optional<Ratio> share() {
    return Ratio.ofCounts(improved, counted);
  }

  private static Collection<ScoreChange> known(Collection<Optional<ScoreChange>> changes) {
    return changes.stream().flatMap(Optional::stream).toList();
  }

  private static BenefitShare share(
      Collection<Optional<ScoreChange>> all,
      Collection<ScoreChange> counted,
      BigDecimal threshold) {
    var known = known(all);
    return new BenefitShare(
        (int) counted.stream().filter(one -> better(one, threshold)).count(),
        counted.size(),
        (int) known.stream().filter(one -> one.scorers() == ScorerClass.PROXY).count(),
        all.size() - known.size());
  }

  /** A threshold of zero, the default, means any change for the better and not none at all. */
  private static boolean better(ScoreChange change, BigDecimal threshold) {
    return change.improved() && change.improvedBy(threshold);
  }
}
