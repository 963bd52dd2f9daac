package dk.genvej.settings;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The minutes a week that a level of care under ældreloven stands for, as a municipality writes
 * them: 120 or 120.5, and no more than a week has.
 */
public final class IndicativeMinutes {

  private static final BigDecimal WEEK = BigDecimal.valueOf(7 * 24 * 60);

  private IndicativeMinutes() {}

  /** None where what is written is no such number. */
  public static Optional<BigDecimal> parse(String written) {
    return written.matches("[0-9]{1,5}(\\.[0-9])?")
        ? Optional.of(new BigDecimal(written)).filter(minutes -> minutes.compareTo(WEEK) <= 0)
        : Optional.empty();
  }
}
