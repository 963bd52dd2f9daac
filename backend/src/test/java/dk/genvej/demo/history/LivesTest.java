package dk.genvej.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LivesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void fiveYearsHaveTheSharesOfTheSources() {
    var lives = Lives.until(TODAY, 1, 2_500);

    assertThat(lives).hasSize(8_437); // 1,063 starts a year by 63 %, five years
    assertThat(share(lives.stream().filter(l -> l.ending() != Ending.UNSUITABLE).count(), 8_437))
        .isBetween(0.61, 0.65);
    assertThat(lives).allSatisfy(life -> assertThat(life.contact()).isBeforeOrEqualTo(TODAY));
    assertThat(lives)
        .allSatisfy(life -> assertThat(life.contact().getDayOfWeek().getValue()).isLessThan(6));
  }

  @Test
  void theSameSeedTellsTheSameLives() {
    assertThat(Lives.until(TODAY, 7, 2_500)).isEqualTo(Lives.until(TODAY, 7, 2_500));
  }

  @Test
  void nobodyWithAnOpenCourseHasAnotherLife() {
    var lives = Lives.until(TODAY, 1, 2_500);
    var open = lives.stream().filter(life -> life.openOn(TODAY)).map(Life::citizen).toList();

    assertThat(open).isNotEmpty().doesNotHaveDuplicates();
    assertThat(lives.stream().filter(life -> open.contains(life.citizen()))).hasSameSizeAs(open);
  }

  private static double share(long part, int whole) {
    return (double) part / whole;
  }
}
