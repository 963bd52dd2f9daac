package dk.genvej.goal;

import dk.genvej.shared.Ratio;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A goal in figures: from a baseline to a target, either way. Weight from 52.0 to at least 54.0 kg,
 * measured 54.6, is reached and 5.0 % up (S17).
 */
public record Target(BigDecimal baseline, BigDecimal target) {

  public boolean reachedBy(BigDecimal measured) {
    return target.compareTo(baseline) >= 0
        ? measured.compareTo(target) >= 0
        : measured.compareTo(target) <= 0;
  }

  /** Of the baseline; none from a baseline of zero, or below it. */
  public Optional<Ratio> relativeChange(BigDecimal measured) {
    return baseline.signum() <= 0
        ? Optional.empty()
        : Optional.of(new Ratio(measured.subtract(baseline), baseline));
  }
}
