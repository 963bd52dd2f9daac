package dk.genvej.referral;

import static dk.genvej.shared.ProblemCode.BODY_INVALID;

import dk.genvej.shared.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One granted service: so many minutes in all, every so many weeks. Cleaning for 45 minutes every
 * second week is 22.5 minutes a week; a bath of 30 minutes twice a week is 60 every week.
 *
 * @param service the municipality's own code for it
 */
@Serdeable
public record ServiceHelp(String service, BigDecimal minutes, int everyWeeks) {

  /** A week has no more minutes. */
  private static final BigDecimal WEEK = BigDecimal.valueOf(7 * 24 * 60);

  private static final int YEAR = 52;

  /** Rounded to one decimal here, before services are added (O16). */
  public BigDecimal minutesPerWeek() {
    return minutes.divide(BigDecimal.valueOf(everyWeeks), 1, RoundingMode.HALF_UP);
  }

  /**
   * @param pointer where this service stands in the request
   */
  public Optional<Refusal> refuse(String pointer) {
    return Refusal.at(pointer + "/everyWeeks", BODY_INVALID)
        .with("max", YEAR)
        .when(everyWeeks < 1 || everyWeeks > YEAR)
        .or(
            () ->
                Refusal.at(pointer + "/minutes", BODY_INVALID)
                    .when(minutes.signum() < 0 || minutesPerWeek().compareTo(WEEK) > 0));
  }
}
