package dk.genvej.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

  @Test
  void everyCodeAnswersWithAnErrorAndARefusedStepWithAConflict() {
    for (var code : ProblemCode.values()) {
      assertThat(code.status()).as(code.name()).isBetween(400, 599);
      if (code.name().startsWith("CANNOT_")) {
        assertThat(code.status()).as(code.name()).isEqualTo(409);
      }
    }
  }

  @Test
  void aRefusalKeepsItsPlaceAndArguments() {
    var refusal =
        Refusal.at("/startedOn", ProblemCode.START_TOO_FAR_BACK).with("earliest", "2025-01-20");

    assertThat(refusal.pointer()).isEqualTo("/startedOn");
    assertThat(refusal.arguments()).containsEntry("earliest", "2025-01-20");
    assertThat(refusal.under("/course").pointer()).isEqualTo("/course/startedOn");
    assertThat(Ruling.unless(List.of(refusal), "x").toOptional()).isEmpty();
    assertThat(Ruling.allow(2).map(two -> two + 1)).isEqualTo(Ruling.allow(3));
  }
}
