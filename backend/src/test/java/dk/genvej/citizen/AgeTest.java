package dk.genvej.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

  @ParameterizedTest(name = "born {0}, on {1}: {2}")
  @CsvSource({
    "1960-02-29, 2025-02-28, 64",
    "1960-02-29, 2025-03-01, 65",
    "1960-02-29, 2024-02-28, 63",
    "1960-02-29, 2024-02-29, 64",
    "1943-05-17, 2025-05-16, 81",
    "1943-05-17, 2025-05-17, 82",
    "2025-01-20, 2025-01-20, 0"
  })
  void ageTurnsOnTheBirthdayAndOnTheFirstOfMarchWithoutOne(
      LocalDate birth, LocalDate day, int years) {
    assertThat(Age.on(day, birth).years()).isEqualTo(years);
  }

  /** S13. */
  @Test
  void sixtyFivePlusCountsTheDayItIsTurnedAndAbove65DoesNot() {
    var snapshot = LocalDate.of(2025, 12, 31);
    var turnsThatDay = Age.on(snapshot, LocalDate.of(1960, 12, 31));
    var turnsTheDayAfter = Age.on(snapshot, LocalDate.of(1961, 1, 1));

    assertThat(turnsThatDay.atLeast(65)).isTrue();
    assertThat(turnsTheDayAfter.atLeast(65)).isFalse();
    assertThat(turnsThatDay.above(65)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, UNDER_65", "64, UNDER_65", "65, FROM_65_TO_69", "69, FROM_65_TO_69", "70, FROM_70_TO_74",
    "79, FROM_75_TO_79", "82, FROM_80_TO_84", "89, FROM_85_TO_89", "90, FROM_90", "104, FROM_90"
  })
  void aBandHoldsFiveYearsFrom65To89(int years, AgeBand band) {
    assertThat(AgeBand.of(new Age(years))).isEqualTo(band);
  }

  @Test
  void protectionIncludesItsLastDay() {
    var protection = new Protection(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    assertThat(protection.covers(LocalDate.of(2024, 12, 31))).isFalse();
    assertThat(protection.covers(LocalDate.of(2025, 12, 31))).isTrue();
    assertThat(protection.covers(LocalDate.of(2026, 1, 1))).isFalse();
    assertThat(new Protection(LocalDate.of(2025, 1, 1), null).covers(LocalDate.of(2090, 1, 1)))
        .isTrue();
  }
}
