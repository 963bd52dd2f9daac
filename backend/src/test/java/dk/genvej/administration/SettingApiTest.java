package dk.genvej.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.settings.Setting;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettingApiTest {

  private final World world = new World();
  private final Api adam = Api.as(world.adam);

  @Test
  void everySettingIsListedWithItsDefaultAndSource() {
    var page = adam.get("/settings?limit=200").ok();

    assertThat(page.json().at("/items")).hasSize(Setting.values().length);
    var one = adam.get("/settings?key=evaluation.window-days").ok();
    assertThat(one.at("/items/0/value")).isEqualTo("7");
    assertThat(one.at("/items/0/origin")).isEqualTo("DEFAULT");
    assertThat(one.at("/items/0/source")).startsWith("O3");
    assertThat(one.at("/items/0/description")).startsWith("Dage før og efter");
    assertThat(
            adam.with("Accept-Language", "en")
                .get("/settings?key=evaluation.window-days")
                .at("/items/0/description"))
        .startsWith("Days before");
    assertThat(SettingViews.TITLES).containsKeys(Setting.values());
  }

  @Test
  void aChoiceHoldsFromItsDayAndTheEarlierOnesStay() {
    var id = choose("evaluation.window-days", "2025-02-01", "10").created().id();
    choose("evaluation.window-days", "2025-06-01", "5").created();

    var history = adam.get("/settings?key=evaluation.window-days").ok();
    assertThat(history.json().at("/items").findValuesAsText("value"))
        .containsExactly("7", "10", "5");
    assertThat(history.at("/items/1/stamp/author/name")).isEqualTo("Adam Administrator");
    assertThat(
            world.value(
                "select operation || version from change_log where record_id = '" + id + "'"))
        .isEqualTo("setSetting1");
    assertThat(world.value("select kind from event where record_id = '" + id + "'"))
        .isEqualTo("SettingChosen");
  }

  @Test
  void aChoiceThatCannotHoldIsRefused() {
    choose("evaluation.windows", "2025-02-01", "10").refused(422, "SETTING_UNKNOWN");
    choose("evaluation.window-days", "2025-02-01", "ti").refused(422, "SETTING_VALUE_INVALID");
    choose("course.length-days", "2025-02-01", "0").refused(422, "SETTING_VALUE_INVALID");
    choose("followup.months", "2025-02-01", "3,6,XII").refused(422, "SETTING_VALUE_INVALID");
    choose("followup.months", "2025-02-01", "6,3").refused(422, "SETTING_VALUE_INVALID");
    choose("help.course-levels", "2025-02-01", "A=mange").refused(422, "SETTING_VALUE_INVALID");
    choose("help.course-levels", "2025-02-01", "A=10081").refused(422, "SETTING_VALUE_INVALID");
    choose("followup.months", "2025-02-01", "3,6").created();
    choose("followup.months", "2025-02-01", "3,9").refused(409, "SETTING_DATE_TAKEN");
    Api.as(world.carla)
        .post("/settings", draft(Ids.next(), "followup.months", "2025-03-01", "3"))
        .refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void theDatabaseItselfChangesNoChoice() {
    assertThat(
            world.value(
                "select has_table_privilege('genvej_app', 'setting', 'update')"
                    + " or has_table_privilege('genvej_app', 'setting', 'delete')"))
        .isEqualTo("f");
  }

  private dk.genvej.testing.Answer choose(String key, String from, String value) {
    return adam.post("/settings", draft(Ids.next(), key, from, value));
  }

  private static Map<String, Object> draft(UUID id, String key, String from, String value) {
    return Map.of(
        "id", id, "key", key, "validFrom", from, "value", value, "source", "Udvalget, punkt 7");
  }
}
