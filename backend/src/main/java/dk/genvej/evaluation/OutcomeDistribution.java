package dk.genvej.evaluation;

import dk.genvej.shared.Ratio;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many completed courses led to what (O4), and the share with less or no help (O6). */
public record OutcomeDistribution(Map<OutcomeCategory, Integer> counts) {

  public OutcomeDistribution {
    counts = Map.copyOf(counts);
  }

  /** Every category has a count, if only zero. */
  public static OutcomeDistribution of(Collection<Outcome> outcomes) {
    var counts = new EnumMap<OutcomeCategory, Integer>(OutcomeCategory.class);
    for (var category : OutcomeCategory.values()) {
      counts.put(category, 0);
    }
    outcomes.forEach(outcome -> counts.merge(outcome.category(), 1, Integer::sum));
    return new OutcomeDistribution(counts);
  }

  public int count(OutcomeCategory category) {
    return counts.getOrDefault(category, 0);
  }

  /** Of those that can be computed: S11's 6 of 9 is 66.7 %. */
  public Optional<Ratio> lessOrNoHelp() {
    int gained = count(OutcomeCategory.SELF_RELIANT) + count(OutcomeCategory.LESS_HELP);
    int others = count(OutcomeCategory.UNCHANGED) + count(OutcomeCategory.MORE_HELP);
    return Ratio.ofCounts(gained, gained + others);
  }
}
