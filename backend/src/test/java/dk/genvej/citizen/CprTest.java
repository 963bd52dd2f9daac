package dk.genvej.citizen;

import static dk.genvej.shared.ProblemCode.CPR_MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are invented: each fails modulus 11, so it is nobody's. */
class CprTest {

  @ParameterizedTest(name = "{0} is born {1}")
  @CsvSource({
    "1705430001, 1943-05-17",
    "0203365555, 2036-03-02",
    "1412364444, 2036-12-14",
    "1412374444, 1937-12-14",
    "3112575555, 2057-12-31",
    "3112585555, 1858-12-31",
    "1506369999, 2036-06-15",
    "1506379999, 1937-06-15"
  })
  void theSeventhDigitTellsTheCentury(String digits, LocalDate birth) {
    assertThat(failsModulus11(digits)).isTrue();
    assertThat(cpr(digits).birthDate()).isEqualTo(birth);
  }

  @Test
  void hyphenAndSpacesAroundAreNoPartOfTheNumber() {
    assertThat(cpr(" 170543-0001 ")).isEqualTo(cpr("1705430001"));
    assertThat(cpr("1705430001").written()).isEqualTo("170543-0001");
  }

  @Test
  void aReplacementNumberHas60AddedToItsDay() {
    var replacement = cpr("7705432223");

    assertThat(replacement.replacement()).isTrue();
    assertThat(replacement.birthDate()).isEqualTo(LocalDate.of(1943, 5, 17));
    assertThat(cpr("1705430001").replacement()).isFalse();
  }

  @Test
  void the29thOfFebruaryNeedsALeapYearInItsOwnCentury() {
    assertThat(cpr("2902004002").birthDate()).isEqualTo(LocalDate.of(2000, 2, 29));
    assertThat(Cpr.parse("2902000001").toOptional()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "170543",
        "170543-001",
        "17054300011",
        "170543 0001",
        "1705-430001",
        "170543-000A",
        "3102430001",
        "0005430001",
        "1713430001",
        "9102430000",
        "9203430000",
        "5005430001",
        "١٧٠٥٤٣٠٠٠١"
      })
  void whatIsNoNumberOrNoRealDateIsRefusedWithoutRepeatingIt(String text) {
    var ruling = Cpr.parse(text);

    assertThat(ruling.refusals()).extracting(Refusal::code).containsExactly(CPR_MALFORMED);
    assertThat(ruling.refusals().getFirst().arguments()).isEmpty();
    assertThatThrownBy(() -> new Cpr(text)).hasMessage("not a CPR number").hasNoCause();
  }

  @Test
  void itsTextIsMasked() {
    assertThat(cpr("1705430001")).hasToString("Cpr[******-****]");
    assertThat(Cpr.parse("1705430001").toString()).doesNotContain("170543");
  }

  @Property
  void parsingWhatIsWrittenGivesTheSameNumberAndBirthDate(
      @ForAll @DateRange(min = "1900-01-01", max = "1999-12-31") LocalDate birth,
      @ForAll @IntRange(max = 3999) int serial) {
    var digits = "%s%04d".formatted(birth.format(DateTimeFormatter.ofPattern("ddMMyy")), serial);
    Assume.that(failsModulus11(digits));

    var cpr = cpr(digits);

    assertThat(cpr.birthDate()).isEqualTo(birth);
    assertThat(cpr(cpr.written())).isEqualTo(cpr);
    assertThat(cpr.digits()).isEqualTo(digits);
    assertThat(cpr.toString()).doesNotContain(digits.substring(0, 6), digits.substring(6));
  }

  @Property
  void noTextMakesParsingThrow(@ForAll String text) {
    assertThat(Cpr.parse(text)).isNotNull();
  }

  private static Cpr cpr(String text) {
    return Cpr.parse(text).toOptional().orElseThrow();
  }

  private static boolean failsModulus11(String digits) {
    int[] weights = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    var sum = IntStream.range(0, 10).map(i -> weights[i] * (digits.charAt(i) - '0')).sum();
    return sum % 11 != 0;
  }
}
