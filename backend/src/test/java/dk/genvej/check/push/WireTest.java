package dk.genvej.check.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** S12: what may not stand in a push is found when it is planted. */
class WireTest {

  private static final String BODY =
      "{\"message\":{\"token\":\"abc:APA91bBirthe\",\"data\":{\"v\":\"1\",\"kind\":\"N4\","
          + "\"id\":\"01944f3a-2c00-7d27-a055-735e800fd4b1\"}}}";

  @Test
  void aWakeUpIsOnTheAllowListAndHoldsNobodysWords() {
    assertThat(WireAllowList.faults(BODY)).isEmpty();
    assertThat(PersonalWords.ofTheDemo().in(BODY)).isEmpty();
  }

  @Test
  void anotherFieldOrAnotherValueIsNot() {
    assertThat(WireAllowList.faults(BODY.replace("\"v\"", "\"unit\":\"Nord\",\"v\"")))
        .containsExactly("/message/data/unit");
    assertThat(WireAllowList.faults(BODY.replace("N4", "N13")))
        .containsExactly("/message/data/kind");
    assertThat(WireAllowList.faults(BODY.replace("01944f3a", "Birthe")))
        .containsExactly("/message/data/id");
    assertThat(WireAllowList.faults("{\"message\":{\"topic\":\"nord\"}}"))
        .containsExactly("/message/topic");
    assertThat(WireAllowList.faults("hej")).containsExactly("not JSON");
  }

  @Test
  void aNameANumberAndATextThatArePlantedAreFound() {
    var words = PersonalWords.ofTheDemo();
    assertThat(words.count()).isGreaterThan(2_000);
    for (var planted :
        List.of("Birthe Thomsen", "270344-3844", "2703443844", "Anne-Marie", "mine børnebørn")) {
      assertThat(words.in(BODY.replace("N4", planted))).as(planted).isNotEmpty();
    }
  }
}
