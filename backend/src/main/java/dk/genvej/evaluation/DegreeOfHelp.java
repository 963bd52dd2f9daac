package dk.genvej.evaluation;

import dk.genvej.referral.Help;
import dk.genvej.referral.HelpBasis;
import dk.genvej.shared.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grad af hjælp of a group (O5): the sum of after over the sum of shadow, not the mean of the
 * ratios. S11: 1560.0 / 2512.5 is 62.1 %, where the mean would wrongly say 48.2 %.
 *
 * @param included how many courses by the basis they rest on, so that a mix is always said
 * @param excluded how many by reason
 */
public record DegreeOfHelp(
    BigDecimal shadow,
    BigDecimal after,
    Map<HelpBasis, Integer> included,
    Map<NotComputable, Integer> excluded) {

  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  public DegreeOfHelp {
    included = Map.copyOf(included);
    excluded = Map.copyOf(excluded);
  }

  public static DegreeOfHelp of(Collection<Outcome> outcomes) {
    var counted = outcomes.stream().filter(one -> one.notComputable().isEmpty()).toList();
    return new DegreeOfHelp(
        sum(counted.stream().flatMap(one -> one.comparable().stream()).toList()),
        sum(counted.stream().map(Outcome::after).toList()),
        count(HelpBasis.class, counted.stream().map(one -> one.after().basis()).toList()),
        count(
            NotComputable.class,
            outcomes.stream().flatMap(one -> one.notComputable().stream()).toList()));
  }

  public int n() {
    return included.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int excludedInAll() {
    return excluded.values().stream().mapToInt(Integer::intValue).sum();
  }

  public boolean mixesBases() {
    return included.size() > 1;
  }

  /** None for an empty group. */
  public Optional<Ratio> degree() {
    return shadow.signum() == 0 ? Optional.empty() : Optional.of(new Ratio(after, shadow));
  }

  /** What the degree leaves of a whole: 28.6 % of help is a reduction of 71.4 %. */
  public Optional<Ratio> reduction() {
    return degree().map(degree -> new Ratio(savedMinutes(), shadow));
  }

  public BigDecimal savedMinutes() {
    return shadow.subtract(after);
  }

  /** One decimal: 952.5 minutes are 15.9 hours a week. */
  public BigDecimal savedHours() {
    return savedMinutes().divide(MINUTES_PER_HOUR, 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(List<Help.Assessed> helps) {
    return helps.stream()
        .map(Help.Assessed::minutesPerWeek)
        .reduce(new BigDecimal("0.0"), BigDecimal::add);
  }

  private static <K extends Enum<K>> Map<K, Integer> count(Class<K> type, List<K> keys) {
    var counts = new EnumMap<K, Integer>(type);
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    return counts;
  }
}
