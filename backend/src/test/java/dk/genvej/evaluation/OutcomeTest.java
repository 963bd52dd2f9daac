package dk.genvej.evaluation;

import static dk.genvej.evaluation.NotComputable.DIFFERENT_BASIS;
import static dk.genvej.evaluation.NotComputable.SHADOW_MISSING;
import static dk.genvej.evaluation.NotComputable.SHADOW_ZERO;
import static dk.genvej.evaluation.OutcomeCategory.LESS_HELP;
import static dk.genvej.evaluation.OutcomeCategory.NOT_COMPUTABLE;
import static dk.genvej.referral.Helps.ikkeOpgjort;
import static dk.genvej.referral.Helps.level;
import static dk.genvej.referral.Helps.minutes;
import static dk.genvej.shared.ProblemCode.AFTER_MISSING;
import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.EVALUATION_WITHOUT_ALL_GOALS;
import static dk.genvej.shared.ProblemCode.REVISITATION_BEFORE_EVALUATION;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.goal.GoalStatus;
import dk.genvej.referral.HelpBasis;
import dk.genvej.shared.Ratio;
import dk.genvej.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  @ParameterizedTest(name = "{0}: {1}/{2} is {3}, {4} %, saved {5}")
  @CsvSource({
    "S1 Inger, 420, 120, LESS_HELP, 28.6, 300.0",
    "S2 Hans, 82.5, 0, SELF_RELIANT, 0.0, 82.5",
    "S3 Kirsten, 600, 600, UNCHANGED, 100.0, 0.0",
    "S3 Poul, 300, 390, MORE_HELP, 130.0, -90.0",
    "S20 corrected, 420, 150, LESS_HELP, 35.7, 270.0"
  })
  void theCategoryAndDegreeFollowFromShadowAndAfter(
      String who,
      String shadow,
      String after,
      OutcomeCategory category,
      BigDecimal degree,
      BigDecimal saved) {
    var outcome = new Outcome(minutes(shadow), minutes(after));

    assertThat(outcome.category()).isEqualTo(category);
    assertThat(outcome.degreeOfHelp()).map(Ratio::percent).contains(degree);
    assertThat(outcome.savedMinutes()).contains(saved);
  }

  /** S1. */
  @Test
  void ingersHelpIsReducedBy71Point4PercentAndFiveHoursAWeekAreSaved() {
    var alone = DegreeOfHelp.of(List.of(new Outcome(minutes("420"), minutes("120"))));

    assertThat(alone.reduction()).map(Ratio::percent).contains(new BigDecimal("71.4"));
    assertThat(alone.savedHours()).isEqualTo("5.0");
  }

  @Test
  void withoutAShadowGrantToSetItAgainstNothingIsComputed() {
    assertThat(new Outcome(ikkeOpgjort(), minutes("60")).notComputable()).contains(SHADOW_MISSING);
    assertThat(new Outcome(minutes("0"), minutes("0")).notComputable()).contains(SHADOW_ZERO);
    assertThat(new Outcome(minutes("420"), level("120")).notComputable()).contains(DIFFERENT_BASIS);
    assertThat(new Outcome(minutes("420"), level("120")).category()).isEqualTo(NOT_COMPUTABLE);
    assertThat(new Outcome(level("420"), level("120")).category()).isEqualTo(LESS_HELP);
    assertThat(new Outcome(ikkeOpgjort(), minutes("0")).degreeOfHelp()).isEmpty();
  }

  /** S11. */
  @Test
  void aGroupsDegreeIsTheSumOfAfterOverTheSumOfShadow() {
    var degree = DegreeOfHelp.of(s11());

    assertThat(degree.n()).isEqualTo(9);
    assertThat(degree.excluded()).isEqualTo(Map.of(SHADOW_MISSING, 1));
    assertThat(degree.shadow()).isEqualTo("2512.5");
    assertThat(degree.after()).isEqualTo("1560.0");
    assertThat(degree.degree()).map(Ratio::percent).contains(new BigDecimal("62.1"));
    assertThat(degree.savedMinutes()).isEqualTo("952.5");
    assertThat(degree.savedHours()).isEqualTo("15.9");
  }

  /** S11: the figure the group's degree must not be. */
  @Test
  void theMeanOfTheRatiosWouldBe48Point2() {
    var mean =
        s11().stream()
            .flatMap(one -> one.degreeOfHelp().stream())
            .mapToDouble(one -> one.rounded(10).doubleValue())
            .average()
            .orElseThrow();

    assertThat(Math.round(mean * 1000) / 10.0).isEqualTo(48.2);
  }

  @Test
  void aGroupThatMixesBasesSaysSo() {
    var degree =
        DegreeOfHelp.of(
            List.of(
                new Outcome(minutes("400"), minutes("100")),
                new Outcome(level("300"), level("0"))));

    assertThat(degree.included())
        .isEqualTo(Map.of(HelpBasis.MINUTES, 1, HelpBasis.COURSE_LEVEL, 1));
    assertThat(degree.mixesBases()).isTrue();
    assertThat(DegreeOfHelp.of(s11()).mixesBases()).isFalse();
  }

  @Test
  void anEmptyGroupHasNoDegree() {
    var none = DegreeOfHelp.of(List.of());

    assertThat(none.degree()).isEmpty();
    assertThat(none.n()).isZero();
  }

  /** S17: weight and stairs met, shopping alone not. */
  @Test
  void twoOfThreeGoalsMetIs66Point7Percent() {
    var goals = List.of(GoalStatus.ACHIEVED, GoalStatus.ACHIEVED, GoalStatus.NOT_ACHIEVED);

    assertThat(GoalAttainment.of(goals)).isEqualTo(new GoalAttainment(2, 3));
    assertThat(GoalAttainment.of(goals).share())
        .map(Ratio::percent)
        .contains(new BigDecimal("66.7"));
    assertThat(GoalAttainment.of(List.of(GoalStatus.PARTLY, GoalStatus.OPEN)))
        .isEqualTo(new GoalAttainment(0, 2));
    assertThat(GoalAttainment.of(List.of()).share()).isEmpty();
  }

  @Test
  void anEvaluationGivesEachGoalOneStatus() {
    var bath = new UUID(0, 1);
    var stairs = new UUID(0, 2);
    var both = Set.of(bath, stairs);

    assertThat(new GoalsJudged(both, List.of(stairs, bath)).refuse()).isEmpty();
    for (var wrong : List.of(List.of(bath), List.of(bath, bath), List.of(bath, new UUID(0, 3)))) {
      assertThat(new GoalsJudged(both, wrong).refuse())
          .map(Refusal::code)
          .contains(EVALUATION_WITHOUT_ALL_GOALS);
    }
  }

  /** R29. */
  @Test
  void aCourseIsCompletedWithAfterAndNotBeforeItsEvaluation() {
    var evaluated = LocalDate.of(2025, 4, 14);
    var revisited = LocalDate.of(2025, 4, 16);

    assertThat(new CompletionCheck(evaluated, revisited, minutes("120")).refuse(revisited))
        .isEmpty();
    assertThat(new CompletionCheck(evaluated, evaluated, minutes("0")).refuse(revisited)).isEmpty();
    assertThat(new CompletionCheck(revisited, evaluated, null).refuse(revisited))
        .extracting(Refusal::code)
        .containsExactly(AFTER_MISSING, REVISITATION_BEFORE_EVALUATION);
    assertThat(new CompletionCheck(evaluated, revisited, minutes("120")).refuse(evaluated))
        .extracting(Refusal::code)
        .containsExactly(DATE_IN_FUTURE);
  }

  private static List<Outcome> s11() {
    var known =
        Stream.of(
                "420/120", "82.5/0", "600/600", "300/390", "210/0", "180/60", "240/240", "360/150",
                "120/0")
            .map(pair -> pair.split("/"))
            .map(pair -> new Outcome(minutes(pair[0]), minutes(pair[1])));
    return Stream.concat(known, Stream.of(new Outcome(ikkeOpgjort(), minutes("60")))).toList();
  }
}
