package dk.genvej.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long whoever failed waits, and whoever is asked to. */
class BackOffTest {

  private static final BackOff HALF_AN_HOUR =
      new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(30));
  private static final Instant NOW = Instant.parse("2025-04-11T07:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, 0, PT30S",
    "1, 1, PT1M",
    "1, 0.5, PT45S",
    "2, 0.5, PT1M30S",
    "5, 0.5, PT12M",
    "6, 0.5, PT22M30S",
    "1000000, 0.5, PT22M30S",
    "1000000, 1, PT30M"
  })
  void theWaitDoublesUpToTheLongestAndIsSpread(int tries, double chance, Duration wait) {
    assertThat(HALF_AN_HOUR.after(tries, chance)).isEqualTo(wait);
  }

  @Property(tries = 200)
  void itIsBetweenHalfAndAllOfIt(
      @ForAll @IntRange(min = 1) int tries, @ForAll @DoubleRange(max = 1) double chance) {
    assertThat(HALF_AN_HOUR.after(tries, chance))
        .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @CsvSource({"1, , PT1M", "1, PT2M, PT2M", "50, PT2M, PT30M", "1, PT0S, PT1M"})
  void whatIsAskedGoesBeforeWhereItIsLonger(int tries, Duration asked, Duration wait) {
    assertThat(HALF_AN_HOUR.after(tries, 1, Optional.ofNullable(asked))).isEqualTo(wait);
  }

  @Property(tries = 200)
  void manyWhoAreAskedComeBackWithinATenthMoreAndNeverSooner(
      @ForAll @IntRange(min = 0, max = 100_000) int seconds,
      @ForAll @DoubleRange(max = 1) double chance) {
    var asked = Duration.ofSeconds(seconds);

    assertThat(BackOff.spread(asked, chance))
        .isBetween(asked, asked.plusSeconds(1).plus(asked.dividedBy(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "999999, PT24H",
    "'Fri, 11 Apr 2025 07:31:00 GMT', PT1M",
    "'Fri, 11 Apr 2025 07:29:00 GMT', PT0S",
    "soon, ",
    "-5, "
  })
  void whatIsAskedIsInSecondsOrADateAndNoMoreThanADay(String told, Duration asked) {
    assertThat(RetryAfter.read(told, Optional.of(NOW))).isEqualTo(Optional.ofNullable(asked));
  }

  @Test
  void aDateSaysNothingWhereNobodyKnowsTheClockItIsBy() {
    assertThat(RetryAfter.read("Fri, 11 Apr 2025 07:31:00 GMT", Optional.empty())).isEmpty();
  }
}
