package dk.genvej.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  /** Draws a half. */
  private static final RandomGenerator HALF =
      new Random() {
        @Override
        public double nextDouble() {
          return 0.5;
        }
      };

  @Test
  void waitsTwiceAsLongEachTimeUpToHalfAnHour() {
    assertThat(Backoff.after(1, HALF)).isEqualTo(Duration.ofSeconds(45));
    assertThat(Backoff.after(2, HALF)).isEqualTo(Duration.ofSeconds(90));
    assertThat(Backoff.after(5, HALF)).isEqualTo(Duration.ofMinutes(12));
    assertThat(Backoff.after(6, HALF)).isEqualTo(Duration.ofSeconds(1_350));
    assertThat(Backoff.after(1_000_000, HALF)).isEqualTo(Duration.ofSeconds(1_350));
  }

  @Property(tries = 200)
  void isBetweenHalfAndAllOfIt(@ForAll @IntRange(min = 1) int attempts, @ForAll long seed) {
    var wait = Backoff.after(attempts, new Random(seed));

    assertThat(wait).isBetween(Backoff.FIRST.dividedBy(2), Backoff.LONGEST);
  }

  @Property(tries = 200)
  void isNeverShorterThanWhatWasAskedFor(
      @ForAll @IntRange(min = 0, max = 100_000) int seconds, @ForAll long seed) {
    var told = Duration.ofSeconds(seconds);

    assertThat(Backoff.atLeast(told, new Random(seed)))
        .isBetween(told, told.plusSeconds(1).plus(told.dividedBy(10)));
  }
}
