package dk.genvej.referral;

import static dk.genvej.referral.Helps.level;
import static dk.genvej.referral.Helps.minutes;
import static dk.genvej.referral.Helps.service;
import static dk.genvej.shared.ProblemCode.BODY_INVALID;
import static dk.genvej.shared.ProblemCode.HELP_FIGURE_CONTRADICTS_ITSELF;
import static dk.genvej.shared.ProblemCode.HELP_FIGURE_INCOMPLETE;
import static dk.genvej.shared.ProblemCode.UNKNOWN_CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HelpTest {

  /** S2. */
  @Test
  void aBathTwiceAWeekAndCleaningEverySecondIs82AndAHalfMinutes() {
    var shadow = new Help.Minutes(List.of(service("BATH", "60", 1), service("CLEANING", "45", 2)));

    assertThat(shadow.minutesPerWeek()).isEqualTo("82.5");
  }

  @Test
  void eachServiceIsRoundedBeforeTheyAreAdded() {
    var thirds = new Help.Minutes(List.of(service("A", "10", 3), service("B", "10", 3)));

    assertThat(thirds.minutesPerWeek()).isEqualTo("6.6"); // 3.3 + 3.3, and not 6.7
  }

  @Test
  void noServiceIsNoHelpAndStillAFigure() {
    assertThat(new Help.Minutes(List.of()).minutesPerWeek()).isEqualTo("0.0");
  }

  @Test
  void minutesAndACourseLevelAreNeverSetAgainstEachOther() {
    assertThat(minutes("300").comparableWith(level("300"))).isFalse();
    assertThat(minutes("300").moreThan(level("10"))).isFalse();
    assertThat(level("300").moreThan(level("10"))).isTrue();
  }

  @Test
  void everythingWrongWithTheServicesIsToldAtOnceAndWhere() {
    var wrong =
        new Help.Minutes(
            List.of(service("A", "-1", 1), service("B", "30", 0), service("A", "10081", 1)));

    assertThat(wrong.refuse())
        .extracting(Refusal::code, Refusal::pointer)
        .containsExactly(
            tuple(BODY_INVALID, "/services/0/minutes"),
            tuple(BODY_INVALID, "/services/1/everyWeeks"),
            tuple(BODY_INVALID, "/services/2/minutes"),
            tuple(HELP_FIGURE_CONTRADICTS_ITSELF, "/services/2/service"));
    assertThat(level("-1").refuse()).hasSize(1);
    assertThat(level("0").refuse()).isEmpty();
  }

  @Test
  void aFigureIsServicesOrALevelOrIkkeOpgjortAndOnlyOneOfThem() {
    var bath = List.of(service("BATH", "60", 1));

    assertThat(allowed(HelpBasis.MINUTES, false, bath, null)).isEqualTo(new Help.Minutes(bath));
    assertThat(allowed(HelpBasis.MINUTES, false, List.of(), null))
        .isEqualTo(new Help.Minutes(List.of()));
    assertThat(allowed(HelpBasis.COURSE_LEVEL, false, null, "NIVEAU_2")).isEqualTo(level("300"));
    assertThat(allowed(HelpBasis.MINUTES, true, null, null)).isEqualTo(new Help.NotAssessed());
    assertThat(refused(HelpBasis.MINUTES, false, null, null)).isEqualTo(HELP_FIGURE_INCOMPLETE);
    assertThat(refused(HelpBasis.COURSE_LEVEL, false, null, "NIVEAU_7")).isEqualTo(UNKNOWN_CODE);
    assertThat(refused(HelpBasis.COURSE_LEVEL, false, bath, null))
        .isEqualTo(HELP_FIGURE_CONTRADICTS_ITSELF);
    assertThat(refused(HelpBasis.MINUTES, false, bath, "NIVEAU_2"))
        .isEqualTo(HELP_FIGURE_CONTRADICTS_ITSELF);
    assertThat(refused(HelpBasis.MINUTES, true, bath, null))
        .isEqualTo(HELP_FIGURE_CONTRADICTS_ITSELF);
  }

  @Property
  void theSumIsTheSameInAnyOrderAndHowTheServicesAreGrouped(
      @ForAll("services") List<ServiceHelp> services, @ForAll Random random) {
    var shuffled = new ArrayList<>(services);
    Collections.shuffle(shuffled, random);
    var half = services.size() / 2;
    var inTwo =
        new Help.Minutes(services.subList(0, half))
            .minutesPerWeek()
            .add(new Help.Minutes(services.subList(half, services.size())).minutesPerWeek());

    var sum = new Help.Minutes(services).minutesPerWeek();

    assertThat(new Help.Minutes(shuffled).minutesPerWeek()).isEqualTo(sum);
    assertThat(inTwo).isEqualTo(sum);
    assertThat(sum.scale()).isEqualTo(1);
  }

  @Property
  void theSumIsWithinAHalfTenthPerServiceOfTheExactOne(
      @ForAll("services") List<ServiceHelp> services) {
    var exact =
        services.stream().mapToDouble(one -> one.minutes().doubleValue() / one.everyWeeks()).sum();

    var sum = new Help.Minutes(services).minutesPerWeek().doubleValue();

    assertThat(Math.abs(sum - exact)).isLessThanOrEqualTo(0.05 * services.size() + 1e-6);
  }

  private static Help allowed(
      HelpBasis basis,
      boolean notAssessed,
      @Nullable List<ServiceHelp> services,
      @Nullable String level) {
    return judge(new HelpDraft(basis, notAssessed, services, level)).toOptional().orElseThrow();
  }

  private static ProblemCode refused(
      HelpBasis basis,
      boolean notAssessed,
      @Nullable List<ServiceHelp> services,
      @Nullable String level) {
    return judge(new HelpDraft(basis, notAssessed, services, level)).refusals().getFirst().code();
  }

  private static Ruling<Help> judge(HelpDraft draft) {
    return draft.judge(Map.of("NIVEAU_2", "300", "NIVEAU_3", "mange"));
  }

  @Provide
  Arbitrary<List<ServiceHelp>> services() {
    var minutes =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(2000)).ofScale(1);
    return Combinators.combine(
            Arbitraries.strings().alpha().ofLength(5),
            minutes,
            Arbitraries.integers().between(1, 52))
        .as(ServiceHelp::new)
        .list()
        .ofMaxSize(12);
  }
}
