package dk.genvej.evaluation;

import static dk.genvej.goal.Scorer.CITIZEN;
import static dk.genvej.goal.Scorer.CITIZEN_WITH_STAFF;
import static dk.genvej.goal.Scorer.PROXY;
import static dk.genvej.goal.Scorer.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.goal.Direction;
import dk.genvej.goal.Scale;
import dk.genvej.goal.ScaleKey;
import dk.genvej.goal.Score;
import dk.genvej.goal.ScorePhase;
import dk.genvej.goal.Scorer;
import dk.genvej.goal.Scoring;
import dk.genvej.shared.Ratio;
import dk.genvej.shared.Title;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreChangeTest {

  private static final ScaleKey KEY = new ScaleKey("COPM", "1", "satisfaction");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    "S1 satisfaction, 2 3 4, 7 6 8, 3.00, 7.00, 4.00, true, true",
    "S1 performance, 3 3 4, 6 6 7, 3.33, 6.33, 3.00, true, true",
    "S3 Kirsten's satisfaction, 4 4 5, 5 5 7, 4.33, 5.67, 1.33, true, false",
    "S3 Poul's PSFS, 3 4 2, 3 3 2, 3.00, 2.67, -0.33, false, false"
  })
  void aChangeIsTheExactDifferenceOfMeansRoundedLast(
      String what,
      String before,
      String after,
      BigDecimal meanBefore,
      BigDecimal meanAfter,
      BigDecimal change,
      boolean increased,
      boolean byTwo) {
    var result = change(scores(before, CITIZEN), scores(after, CITIZEN)).orElseThrow();

    assertThat(result.before().score()).isEqualTo(meanBefore);
    assertThat(result.after().score()).isEqualTo(meanAfter);
    assertThat(result.change().score()).isEqualTo(change);
    assertThat(result.improved()).isEqualTo(increased);
    assertThat(result.improvedBy(TWO)).isEqualTo(byTwo);
    assertThat(result.items()).isEqualTo(3);
  }

  @Test
  void onlyItemsScoredBothTimesCount() {
    var result = change(scores("2 3 4 9", CITIZEN), scores("7 6", CITIZEN)).orElseThrow();

    assertThat(result.items()).isEqualTo(2);
    assertThat(result.change().score()).isEqualTo("4.00");
  }

  @Test
  void aMissingFinalScoreIsNotNoChange() {
    assertThat(change(scores("2 3 4", CITIZEN), List.of())).isEmpty();
  }

  @Test
  void anotherVersionOfTheInstrumentIsNeverCompared() {
    var other =
        scores("7 6 8", CITIZEN).stream()
            .map(one -> with(one, new ScaleKey("COPM", "2", "satisfaction")))
            .toList();

    assertThat(change(scores("2 3 4", CITIZEN), other)).isEmpty();
  }

  @Test
  void anItemScoredAgainGoesByItsLatestScore() {
    var again = score(0, "9", CITIZEN, LocalDate.of(2025, 4, 15));
    var after = Stream.concat(scores("7", CITIZEN).stream(), Stream.of(again)).toList();

    assertThat(change(scores("2", CITIZEN), after).orElseThrow().after().score()).isEqualTo("9.00");
  }

  @Test
  void nineOnFsiiisLevelsIsNeverAveragedAndLowerIsBetter() {
    var levels =
        new Scale(
            "satisfaction",
            title(),
            BigDecimal.ZERO,
            BigDecimal.valueOf(4),
            BigDecimal.ONE,
            Direction.LOWER_IS_BETTER,
            Scoring.EACH,
            null,
            BigDecimal.valueOf(9));

    var each = ScoreChange.ofEach(KEY, levels, scores("3 9 2", STAFF), scores("1 2 9", STAFF));

    assertThat(each).containsOnlyKeys("activity 0");
    var result = each.get("activity 0");
    assertThatThrownBy(() -> ScoreChange.of(KEY, levels, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(result.change().score()).isEqualTo("-2.00");
    assertThat(result.improvement().score()).isEqualTo("2.00");
    assertThat(result.scorers()).isEqualTo(ScorerClass.STAFF);
  }

  @Test
  void aRelativesScoreAtEitherEndMakesTheChangeARelatives() {
    var own = scores("2 3", CITIZEN);
    var helped = scores("5 6", CITIZEN_WITH_STAFF);
    var daughters = scores("5 6", PROXY);

    assertThat(change(own, helped).orElseThrow().scorers()).isEqualTo(ScorerClass.CITIZEN);
    assertThat(change(own, daughters).orElseThrow().scorers()).isEqualTo(ScorerClass.PROXY);
    assertThat(change(daughters, helped).orElseThrow().scorers()).isEqualTo(ScorerClass.PROXY);
  }

  @Property
  void theOrderOfScoresNeverMatters(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 10) Integer> before,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 10) Integer> after,
      @ForAll Random random) {
    var shuffled = new ArrayList<>(numbered(after));
    Collections.shuffle(shuffled, random);

    assertThat(change(numbered(before), shuffled))
        .isEqualTo(change(numbered(before), numbered(after)));
  }

  @Property
  void liftingEveryScoreByTheSameLiftsTheChangeByExactlyThat(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 7) Integer> scores,
      @ForAll @IntRange(min = -3, max = 3) int lift) {
    var lifted = scores.stream().map(one -> one + lift).toList();

    var result = change(numbered(scores), numbered(lifted)).orElseThrow();

    assertThat(result.change()).isEqualByComparingTo(Ratio.of(lift, 1));
    assertThat(result.improved()).isEqualTo(lift > 0);
    assertThat(result.improvedBy(TWO)).isEqualTo(lift >= 2);
  }

  @Property
  void thereAndBackAgainIsTheOppositeChange(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 10) Integer> before,
      @ForAll @Size(3) List<@IntRange(min = 1, max = 10) Integer> after) {
    var there = change(numbered(before), numbered(after)).orElseThrow();
    var back = change(numbered(after), numbered(before)).orElseThrow();

    assertThat(there.change()).isEqualByComparingTo(back.change().negated());
    assertThat(there.change().score()).isEqualTo(back.change().score().negate());
  }

  private static Optional<ScoreChange> change(List<Score> before, List<Score> after) {
    return ScoreChange.of(KEY, oneToTen(), before, after);
  }

  private static Scale oneToTen() {
    return new Scale(
        "satisfaction",
        title(),
        BigDecimal.ONE,
        BigDecimal.TEN,
        BigDecimal.ONE,
        Direction.HIGHER_IS_BETTER,
        Scoring.MEAN,
        null,
        null);
  }

  private static Title title() {
    return new Title("Tilfredshed", "Satisfaction");
  }

  private static List<Score> scores(String values, Scorer scorer) {
    var all = values.split(" ");
    return IntStream.range(0, all.length)
        .mapToObj(i -> score(i, all[i], scorer, LocalDate.of(2025, 4, 14)))
        .toList();
  }

  private static List<Score> numbered(List<Integer> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> score(i, values.get(i).toString(), CITIZEN, LocalDate.of(2025, 4, 14)))
        .toList();
  }

  private static Score score(int item, String value, Scorer scorer, LocalDate day) {
    return new Score(KEY, "activity " + item, new BigDecimal(value), scorer, ScorePhase.FINAL, day);
  }

  private static Score with(Score score, ScaleKey key) {
    return new Score(
        key, score.item(), score.value(), score.scorer(), score.phase(), score.scoredOn());
  }
}
