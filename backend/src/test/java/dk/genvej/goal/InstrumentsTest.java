package dk.genvej.goal;

import static dk.genvej.shared.ProblemCode.SCORER_NOT_ALLOWED;
import static dk.genvej.shared.ProblemCode.SCORE_OUT_OF_RANGE;
import static dk.genvej.shared.ProblemCode.SCORE_TOO_MANY_ITEMS;
import static dk.genvej.shared.ProblemCode.SCORE_TOO_PRECISE;
import static dk.genvej.shared.ProblemCode.UNKNOWN_INSTRUMENT;
import static dk.genvej.shared.ProblemCode.UNKNOWN_SCALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Registry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentsTest {

  private final Instruments registry =
      new Instruments(Registry.read("instruments.json", Instrument.class));

  @Test
  void theRegistryHoldsEveryInstrumentAndThePsfsTurnedRound() {
    assertThat(registry.all())
        .extracting(one -> one.code() + " " + one.version())
        .containsExactly(
            "COPM 1",
            "PSFS 1",
            "PSFS NO-REVERSED",
            "FSIII_LEVEL 1",
            "SPPB 1",
            "CHAIR_STAND_30S 1",
            "TUG 1",
            "GAIT_SPEED 1",
            "BARTHEL_20 1",
            "EQ_5D_5L DK-2021",
            "WHO_5 1");
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
  @CsvSource({
    "COPM, 1, SATISFACTION, 1, ",
    "COPM, 1, SATISFACTION, 10, ",
    "COPM, 1, SATISFACTION, 0, SCORE_OUT_OF_RANGE",
    "COPM, 1, PERFORMANCE, 11, SCORE_OUT_OF_RANGE",
    "COPM, 1, PERFORMANCE, 5.5, SCORE_TOO_PRECISE",
    "COPM, 1, PERFORMANCE, 5.0, ",
    "PSFS, 1, TOTAL, 0, ",
    "PSFS, 1, TOTAL, 10.5, SCORE_OUT_OF_RANGE",
    "FSIII_LEVEL, 1, LEVEL, 4, ",
    "FSIII_LEVEL, 1, LEVEL, 5, SCORE_OUT_OF_RANGE",
    "FSIII_LEVEL, 1, LEVEL, 9, ",
    "SPPB, 1, TOTAL, 13, SCORE_OUT_OF_RANGE",
    "CHAIR_STAND_30S, 1, STANDS, 41, ",
    "CHAIR_STAND_30S, 1, STANDS, -1, SCORE_OUT_OF_RANGE",
    "TUG, 1, SECONDS, 13.5, ",
    "TUG, 1, SECONDS, 13.55, SCORE_TOO_PRECISE",
    "GAIT_SPEED, 1, METRES_PER_SECOND, 0.85, ",
    "BARTHEL_20, 1, TOTAL, 21, SCORE_OUT_OF_RANGE",
    "EQ_5D_5L, DK-2021, INDEX, -0.758, ",
    "EQ_5D_5L, DK-2021, INDEX, 1.000, ",
    "EQ_5D_5L, DK-2021, INDEX, -0.759, SCORE_OUT_OF_RANGE",
    "EQ_5D_5L, DK-2021, PAIN, 5, ",
    "WHO_5, 1, INDEX, 52, ",
    "WHO_5, 1, INDEX, 53, SCORE_TOO_PRECISE"
  })
  void aValueIsJudgedByItsScale(
      String code, String version, String scale, BigDecimal value, ProblemCode refusal) {
    assertThat(scale(code, version, scale).judge(value).map(Refusal::code))
        .isEqualTo(Optional.ofNullable(refusal));
  }

  @Test
  void nineIsNoNumberOnFsiiisLevelsAndOneElsewhere() {
    assertThat(scale("FSIII_LEVEL", "1", "LEVEL").counts(BigDecimal.valueOf(9))).isFalse();
    assertThat(scale("COPM", "1", "PERFORMANCE").counts(BigDecimal.valueOf(9))).isTrue();
  }

  @Test
  void theDirectionsAreThoseOfTheSource() {
    for (var lower :
        List.of(
            "FSIII_LEVEL 1 LEVEL",
            "TUG 1 SECONDS",
            "PSFS NO-REVERSED TOTAL",
            "EQ_5D_5L DK-2021 PAIN")) {
      var key = lower.split(" ");
      assertThat(scale(key[0], key[1], key[2]).direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }
    assertThat(
            registry.all().stream()
                .flatMap(one -> one.scales().stream())
                .filter(one -> one.direction() == Direction.LOWER_IS_BETTER))
        .hasSize(8);
  }

  @Test
  void aScoreIsJudgedByValueScaleAndScorer() {
    var sppb = registry.find("SPPB", "1").toOptional().orElseThrow();

    assertThat(sppb.judge(score("SPPB", "TOTAL", "13", Scorer.PROXY)))
        .extracting(Refusal::code)
        .containsExactly(SCORE_OUT_OF_RANGE, SCORER_NOT_ALLOWED);
    assertThat(sppb.judge(score("SPPB", "sum", "3", Scorer.STAFF)))
        .extracting(Refusal::code)
        .containsExactly(UNKNOWN_SCALE);
    assertThat(sppb.judge(score("SPPB", "TOTAL", "9", Scorer.STAFF))).isEmpty();
  }

  @Test
  void fiveActivitiesAreTheMostAndATestHasNone() {
    var copm = registry.find("COPM", "1").toOptional().orElseThrow();
    var tug = registry.find("TUG", "1").toOptional().orElseThrow();

    assertThat(copm.judgeItems(5)).isEmpty();
    assertThat(copm.judgeItems(6)).map(Refusal::code).contains(SCORE_TOO_MANY_ITEMS);
    assertThat(copm.judgeItems(0)).isPresent();
    assertThat(tug.judgeItems(0)).isEmpty();
  }

  @Test
  void anUnknownVersionIsUnknown() {
    assertThat(registry.find("PSFS", "2").refusals())
        .extracting(Refusal::code)
        .containsExactly(UNKNOWN_INSTRUMENT);
  }

  @Test
  void everyChangeThatMattersNamesScalesOfItsInstrumentAndASource() {
    for (var instrument : registry.all()) {
      for (var change : instrument.changesThatMatter()) {
        assertThat(change.scales()).isNotEmpty().allMatch(one -> instrument.scale(one).isPresent());
        assertThat(change.source()).isNotBlank();
        assertThat(change.amount()).isPositive();
      }
    }
  }

  @Test
  void anInstrumentStandsInTheRegistryOnce() {
    var twice = List.of(registry.all().getFirst(), registry.all().getFirst());

    assertThatThrownBy(() -> new Instruments(twice)).isInstanceOf(IllegalArgumentException.class);
    assertThat(SCORE_TOO_PRECISE.status()).isEqualTo(422);
  }

  private Scale scale(String code, String version, String scale) {
    return registry.find(code, version).toOptional().orElseThrow().scale(scale).orElseThrow();
  }

  private static Score score(String instrument, String scale, String value, Scorer scorer) {
    var key = new ScaleKey(instrument, "1", scale);
    return new Score(
        key, "test", new BigDecimal(value), scorer, ScorePhase.BASELINE, LocalDate.of(2025, 1, 20));
  }
}
