package dk.genvej.goal;

import static dk.genvej.shared.ProblemCode.SCORE_OUT_OF_RANGE;
import static dk.genvej.shared.ProblemCode.SCORE_TOO_PRECISE;

import dk.genvej.shared.Refusal;
import dk.genvej.shared.Title;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One scale of an instrument: its ends, its step and which way is better.
 *
 * @param maximum none for a count or a time
 * @param precision the step between values from {@code minimum} on: 1 for COPM, 4 for WHO-5's 0 to
 *     100
 * @param scoring how its items become one figure
 * @param notApplicable a value that says “not relevant”: FSIII's 9. It may be recorded, and is no
 *     number
 */
public record Scale(
    String code,
    Title title,
    BigDecimal minimum,
    @Nullable BigDecimal maximum,
    BigDecimal precision,
    Direction direction,
    Scoring scoring,
    @Nullable String unit,
    @Nullable BigDecimal notApplicable) {

  public Scale {
    if (precision.signum() <= 0 || (maximum != null && maximum.compareTo(minimum) <= 0)) {
      throw new IllegalArgumentException("a scale has a step, and its ends in order: " + code);
    }
  }

  /** Why the value cannot be recorded, if it cannot. */
  public Optional<Refusal> judge(BigDecimal value) {
    if (!counts(value)) {
      return Optional.empty();
    }
    return outOfRange().when(outside(value)).or(() -> tooFine().when(offStep(value)));
  }

  /** Whether the value is a number to reckon with; 9 on FSIII's levels is not (never averaged). */
  public boolean counts(BigDecimal value) {
    return notApplicable == null || value.compareTo(notApplicable) != 0;
  }

  private boolean outside(BigDecimal value) {
    return value.compareTo(minimum) < 0 || (maximum != null && value.compareTo(maximum) > 0);
  }

  private boolean offStep(BigDecimal value) {
    return value.subtract(minimum).remainder(precision).signum() != 0;
  }

  private Refusal outOfRange() {
    var refusal = Refusal.at("/value", SCORE_OUT_OF_RANGE).with("min", minimum);
    return maximum == null ? refusal : refusal.with("max", maximum);
  }

  private Refusal tooFine() {
    return Refusal.at("/value", SCORE_TOO_PRECISE).with("precision", precision);
  }
}
