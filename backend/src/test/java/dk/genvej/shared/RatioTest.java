package dk.genvej.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void percentagesHaveOneDecimalAndRoundHalfUp() {
    assertThat(Ratio.of(2, 3).percent()).isEqualTo("66.7");
    assertThat(Ratio.of(1, 2000).percent()).isEqualTo("0.1");
    assertThat(Ratio.of(362, 1063).percent()).isEqualTo("34.1");
  }

  @Test
  void aDifferenceIsExactAndRoundedLast() {
    var change = Ratio.of(17, 3).minus(Ratio.of(13, 3));

    assertThat(change.score()).isEqualTo("1.33");
    assertThat(new BigDecimal("5.67").subtract(new BigDecimal("4.33"))).isEqualTo("1.34");
  }

  @Test
  void aThresholdComparesTheExactFigure() {
    var almostTwo = new Ratio(new BigDecimal("1.995"), BigDecimal.ONE);

    assertThat(almostTwo.score()).isEqualTo("2.00");
    assertThat(almostTwo).isLessThan(Ratio.of(2, 1));
  }

  @Test
  void nothingOutOfNothingIsNoFigure() {
    assertThat(Ratio.ofCounts(0, 0)).isEmpty();
    assertThatThrownBy(() -> Ratio.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
