package dk.genvej.goal;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One score of one item on one scale.
 *
 * @param item the activity, condition or test scored; the same item before and after has the same
 *     key
 */
public record Score(
    ScaleKey scale,
    String item,
    BigDecimal value,
    Scorer scorer,
    ScorePhase phase,
    LocalDate scoredOn) {}
