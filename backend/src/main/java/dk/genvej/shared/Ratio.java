package dk.genvej.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A quotient kept exact, so that a threshold compares what was computed and not what is shown.
 *
 * <p>Rounding happens last and half-up (O12): 10/3 − 20/3 is shown as −3.33 from the exact
 * difference, never as the difference of two rounded figures.
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) implements Comparable<Ratio> {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Ratio {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("the denominator must be positive");
    }
  }

  public static Ratio of(long numerator, long denominator) {
    return new Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  /** Nothing over nothing is no figure at all, rather than zero. */
  public static Optional<Ratio> ofCounts(long numerator, long denominator) {
    return denominator == 0 ? Optional.empty() : Optional.of(of(numerator, denominator));
  }

  public static Ratio whole(BigDecimal value) {
    return new Ratio(value, BigDecimal.ONE);
  }

  public Ratio minus(Ratio other) {
    var left = numerator.multiply(other.denominator);
    var right = other.numerator.multiply(denominator);
    return new Ratio(left.subtract(right), denominator.multiply(other.denominator));
  }

  public Ratio negated() {
    return new Ratio(numerator.negate(), denominator);
  }

  /** Per cent with one decimal: 1560/2512.5 is 62.1. */
  public BigDecimal percent() {
    return numerator.multiply(HUNDRED).divide(denominator, 1, RoundingMode.HALF_UP);
  }

  /** Two decimals, as scores are shown: 19/3 is 6.33. */
  public BigDecimal score() {
    return rounded(2);
  }

  public BigDecimal rounded(int decimals) {
    return numerator.divide(denominator, decimals, RoundingMode.HALF_UP);
  }

  public int signum() {
    return numerator.signum();
  }

  /** By value: 1/2 compares as 2/4 does, though the two records differ. */
  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
