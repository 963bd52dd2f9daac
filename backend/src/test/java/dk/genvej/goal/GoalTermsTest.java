package dk.genvej.goal;

import static dk.genvej.shared.ProblemCode.BASELINE_AFTER_TARGET;
import static dk.genvej.shared.ProblemCode.GOAL_CHANGE_NOT_AGREED;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ratio;
import dk.genvej.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GoalTermsTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2025, 2, 3);
  private static final LocalDate APRIL = LocalDate.of(2025, 4, 28);

  private final GoalTerms bath = terms("i bad uden hjælp", FEBRUARY, APRIL);

  @Test
  void aTargetNeverLiesBeforeItsBaseline() {
    assertThat(bath.refuse()).isEmpty();
    assertThat(terms("x", FEBRUARY, FEBRUARY).refuse()).isEmpty();
    assertThat(terms("x", APRIL, FEBRUARY).refuse())
        .map(Refusal::code)
        .contains(BASELINE_AFTER_TARGET);
    assertThat(new GoalTerms("x", "m", "b", null, "t", FEBRUARY).refuse()).isEmpty();
  }

  @Test
  void aChangedGoalIsAgreedWithTheCitizenAnew() {
    var harder = terms("i bad og i tøjet uden hjælp", FEBRUARY, APRIL);

    assertThat(bath.refuseChangeTo(harder, true, false))
        .map(Refusal::code)
        .contains(GOAL_CHANGE_NOT_AGREED);
    assertThat(bath.refuseChangeTo(harder, true, true)).isEmpty();
    assertThat(bath.refuseChangeTo(harder, false, false)).isEmpty();
    var same = terms("i bad uden hjælp", FEBRUARY, APRIL);
    assertThat(bath.refuseChangeTo(same, true, false)).isEmpty();
  }

  /** S17. */
  @Test
  void aWeightOf54Point6ReachesATargetOfAtLeast54AndIsFivePercentUp() {
    var weight = new Target(new BigDecimal("52.0"), new BigDecimal("54.0"));
    var measured = new BigDecimal("54.6");

    assertThat(weight.reachedBy(measured)).isTrue();
    assertThat(weight.relativeChange(measured)).map(Ratio::percent).contains(new BigDecimal("5.0"));
    assertThat(weight.reachedBy(new BigDecimal("53.9"))).isFalse();
  }

  @Test
  void aTargetMayLieBelowItsBaseline() {
    var seconds = new Target(BigDecimal.valueOf(20), BigDecimal.valueOf(14));

    assertThat(seconds.reachedBy(BigDecimal.valueOf(14))).isTrue();
    assertThat(seconds.reachedBy(BigDecimal.valueOf(15))).isFalse();
  }

  private static GoalTerms terms(String words, LocalDate from, LocalDate to) {
    return new GoalTerms(words, "observeret", "hjælp til ryggen", from, "selv", to);
  }
}
