package dk.genvej.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.PauseReason;
import dk.genvej.referral.ReferralReason;
import dk.genvej.shared.CodeEntry;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Registry;
import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceApiTest {

  private final World world = new World();
  private final Api anna = Api.as(world.anna);

  @Test
  void everyoneReadsTheInstrumentsInTheirLanguage() {
    var page = anna.get("/instruments?limit=200").ok();

    var codes = texts(page.json(), "code");
    assertThat(codes).isSorted().contains("COPM", "PSFS", "WHO_5");
    var copm = page.json().at("/items/" + codes.indexOf("COPM"));
    assertThat(copm.at("/scales/0/name").asText()).isEqualTo("Udførelse");
    assertThat(copm.at("/scales/0/threshold").asInt()).isEqualTo(2);
    assertThat(copm.at("/scales/0/thresholdSource").asText()).startsWith("thecopm.ca");
    assertThat(
            anna.with("Accept-Language", "en")
                .get("/instruments?limit=200")
                .at("/items/" + codes.indexOf("COPM") + "/scales/0/name"))
        .isEqualTo("Performance");
    var first = anna.get("/instruments?limit=2").ok();
    assertThat(texts(anna.get("/instruments?limit=2&cursor=" + first.at("/next")).json(), "code"))
        .isEqualTo(codes.subList(2, 4));
  }

  @Test
  void grantsAreThoseOfTheLegalBasisOnTheDay() {
    assertThat(displays("GRANT&legalBasis=SEL_83A&limit=200"))
        .hasSize(11)
        .contains("RH Personlig hygiejne");
    assertThat(displays("GRANT&legalBasis=AELDRELOVEN_10&validOn=2025-06-30")).isEmpty();
    assertThat(displays("GRANT&legalBasis=AELDRELOVEN_10&validOn=2025-07-01")).hasSize(5);
    assertThat(displays("LEGAL_BASIS&validOn=2025-06-30")).containsExactly("Serviceloven § 83 a");
    assertThat(displays("LEGAL_BASIS&validOn=2025-07-01")).hasSize(2);
  }

  @Test
  void everyOtherListIsThere() {
    assertThat(displays("CONDITION")).hasSize(14).contains("Gå på toilet");
    assertThat(codes("FUNCTIONAL_LEVEL")).containsExactly("0", "1", "2", "3", "4", "9");
    assertThat(codes("REFERRAL_SOURCE")).hasSize(15);
    assertThat(codes("REFERRAL_REASON")).containsExactlyInAnyOrder(names(ReferralReason.values()));
    assertThat(codes("STOP_REASON")).hasSize(5);
    assertThat(codes("PAUSE_REASON")).containsExactlyInAnyOrder(names(PauseReason.values()));
    assertThat(codes("DELIVERY_TYPE")).hasSize(4);
    assertThat(codes("FOLLOW_UP_RESULT")).hasSize(4);
    assertThat(codes("HELP_SERVICE")).containsExactly("PERSONAL_CARE", "PRACTICAL_HELP");
    assertThat(displays("INTERVENTION_TYPE")).containsExactly("Hverdagsrehabilitering");
    assertThat(codes("COURSE_LEVEL")).isEmpty();
  }

  @Test
  void titlesFollowTheLanguageAsked() {
    var stop = anna.with("Accept-Language", "en-GB").get("/codes?system=STOP_REASON").ok();
    assertThat(texts(stop.json(), "display")).contains("Moved to a nursing home");
  }

  @Test
  void municipalListsHoldFromTheDayTheyWereChosen() {
    choose("help.course-levels", "2025-07-01", "FORLOEB-1=60,FORLOEB-2=120.5");
    choose("help.services", "2025-03-01", "BATH=Bad");
    choose("course.intervention-types", "2025-03-01", "HVERDAGSREHABILITERING,KOL_HOLD");

    assertThat(codes("COURSE_LEVEL&validOn=2025-06-30")).isEmpty();
    var levels = anna.get("/codes?system=COURSE_LEVEL&validOn=2025-07-01").ok();
    assertThat(levels.json().at("/items/1/minutesPerWeek").asDouble()).isEqualTo(120.5);
    assertThat(levels.at("/items/1/validFrom")).isEqualTo("2025-07-01");
    assertThat(displays("HELP_SERVICE&validOn=2025-03-01")).contains("Bad", "Personlig pleje");
    assertThat(displays("INTERVENTION_TYPE&validOn=2025-03-01")).contains("Kol hold");
  }

  @Test
  void reasonsHaveARowForEveryCodeAndNoOther() {
    assertThat(Registry.read("pause-reasons.json", CodeEntry.class))
        .extracting(CodeEntry::code)
        .containsExactly(names(PauseReason.values()));
    assertThat(Registry.read("referral-reasons.json", CodeEntry.class))
        .extracting(CodeEntry::code)
        .containsExactly(names(ReferralReason.values()));
  }

  private void choose(String key, String from, String value) {
    Api.as(world.adam)
        .post(
            "/settings",
            Map.of(
                "id", Ids.next(), "key", key, "validFrom", from, "value", value, "source", "Byråd"))
        .created();
  }

  private List<String> codes(String query) {
    return texts(anna.get("/codes?system=" + query).ok().json(), "code");
  }

  private List<String> displays(String query) {
    return texts(anna.get("/codes?system=" + query).ok().json(), "display");
  }

  private static List<String> texts(com.fasterxml.jackson.databind.JsonNode page, String property) {
    var texts = new java.util.ArrayList<String>();
    page.at("/items").forEach(item -> texts.add(item.get(property).asText()));
    return texts;
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
