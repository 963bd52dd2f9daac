package dk.genvej.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DanishTest {

  @ParameterizedTest
  @CsvSource({
    "3, 3 gange om ugen",
    "1, 1 gang om ugen",
    "1.0, 1 gang om ugen",
    "2.5, '2,5 gange om ugen'",
    "7, hver dag",
    "14, 2 gange om dagen",
    "0.5, hver 2. uge",
    "0.3, '0,3 gange om ugen'",
    "0.25, hver 4. uge"
  })
  void howOftenIsToldAsPeopleSayIt(BigDecimal timesPerWeek, String said) {
    assertThat(Danish.often(timesPerWeek)).isEqualTo(said);
  }

  @Test
  void aDayAndAMeetingAreToldInDanishTime() {
    assertThat(Danish.day(LocalDate.parse("2025-04-14"))).isEqualTo("14.\u00a0april\u00a02025");
    assertThat(Danish.meeting(Instant.parse("2025-01-23T09:00:00Z")))
        .isEqualTo("Torsdag den 23. januar kl. 10.00");
  }

  @Test
  void aNumberHasADecimalCommaAndNoNeedlessZeros() {
    assertThat(Danish.number(new BigDecimal("52.50"))).isEqualTo("52,5");
    assertThat(Danish.number(new BigDecimal("100"))).isEqualTo("100");
  }
}
