package dk.genvej.citizen;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CitizenApiTest {

  private final World world = new World();

  @Test
  void aVisitatorRegistersACitizenAndReadsItBack() {
    var draft = aCitizen(world).draft();

    var id = Api.as(world.vera).post("/citizens", draft).created().id();
    var seen = Api.as(world.vera).get("/citizens/%s", id).ok();

    assertThat(seen.at("/name")).isEqualTo("Inger Opdigtet");
    assertThat(seen.at("/cpr")).isEqualTo(draft.get("cpr"));
    assertThat(seen.at("/flags/livesAlone")).isEqualTo("true");
    assertThat(seen.at("/careArea/name")).isEqualTo("Nord 1");
    assertThat(seen.at("/responsibleVisitator/name")).isEqualTo("Vera Visitator");
    assertThat(seen.at("/stamp/author/name")).isEqualTo("Vera Visitator");
    assertThat(seen.version()).isEqualTo(1);
  }

  @Test
  void aRepeatedMutationGetsTheFirstAnswerAndChangesNothing() {
    var draft = aCitizen(world).draft();
    var vera = Api.as(world.vera).mutation(Ids.next());

    var first = vera.post("/citizens", draft).created();
    var second = vera.post("/citizens", draft).created();

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(world.value("select count(*) from citizen where municipality_id = :m"))
        .isEqualTo("1");
  }

  @Test
  void oneMutationIdForTwoDifferentWritesIsRefused() {
    var vera = Api.as(world.vera).mutation(Ids.next());
    vera.post("/citizens", aCitizen(world).draft()).created();

    vera.post("/citizens", aCitizen(world).draft()).refused(409, "MUTATION_REUSED");
  }

  @Test
  void theSameCprIsNotRegisteredTwice() {
    var draft = aCitizen(world).draft();
    Api.as(world.vera).post("/citizens", draft).created();
    draft.put("id", Ids.next());

    Api.as(world.vera).post("/citizens", draft).refused(409, "CPR_ALREADY_REGISTERED");
  }

  @Test
  void anEditOnAnOutdatedVersionIsToldTheCurrentOne() {
    var id = aCitizen(world).registeredBy(world.vera);
    var flags = Citizens.flags();
    var vera = Api.as(world.vera);
    vera.ifMatch(1).put("/citizens/" + id + "/flags", flags).ok();

    var refused =
        vera.ifMatch(1).put("/citizens/" + id + "/flags", flags).refused(409, "VERSION_STALE");
    assertThat(refused.json().at("/currentVersion").asInt()).isEqualTo(2);
    vera.unjudged().put("/citizens/" + id + "/flags", flags).refused(428, "VERSION_MISSING");
  }

  @Test
  void aCitizenIsFoundByNameBirthDateAndCprButNeverByAnUrl() {
    var citizen = aCitizen(world).named("Åse Østergård-Müller");
    var id = citizen.registeredBy(world.vera);
    var vera = Api.as(world.vera);

    for (var term :
        new Map[] {
          Map.of("name", "øster"),
          Map.of("name", "åse"),
          Map.of("name", "mull"),
          Map.of("birthDate", "1942-06-15"),
          Map.of("cpr", citizen.draft().get("cpr"))
        }) {
      assertThat(vera.search("/citizens/search", term).ok().at("/items/0/id"))
          .as("%s", term)
          .isEqualTo(id.toString());
    }
    assertThat(vera.search("/citizens/search", Map.of("name", "gård")).ok().json().at("/items"))
        .isEmpty();
    vera.search("/citizens/search", Map.of()).refused(422, "SEARCH_NEEDS_ONE_TERM");
  }

  @Test
  void aUnitSeesTheCitizenFromTheDayItServesAndTheOneBeforeToTheMidnightBefore() {
    var id = aCitizen(world).registeredBy(world.vera);
    var vera = Api.as(world.vera);
    vera.post(
            "/citizens/" + id + "/serving-units",
            Map.of("id", Ids.next(), "unitId", world.supplierX, "from", "2025-01-13"))
        .created();
    vera.post(
            "/citizens/" + id + "/serving-units",
            Map.of("id", Ids.next(), "unitId", world.nordTeam, "from", "2025-03-01"))
        .created();

    world.on("2025-02-28", "23:59");
    Api.as(world.xenia).get("/citizens/%s", id).ok();
    Api.as(world.sofie).get("/citizens/%s", id).refused(404, "NOT_FOUND");
    world.on("2025-03-01", "00:00");
    Api.as(world.xenia).get("/citizens/%s", id).refused(404, "NOT_FOUND");
    assertThat(Api.as(world.sofie).get("/citizens/%s", id).ok().at("/cpr")).isEmpty();
  }

  @Test
  void everyReadAndEveryMissIsInTheAccessLog() {
    var id = aCitizen(world).registeredBy(world.vera);
    Api.as(world.vera).get("/citizens/%s", id).ok();
    Api.as(world.anna).get("/citizens/%s", id).refused(404, "NOT_FOUND");

    var log =
        "select string_agg(operation || ' ' || outcome || ' ' || cardinality(citizens), ', ' order"
            + " by id) from access_log where municipality_id = :m and operation = 'getCitizen'";
    assertThat(world.value(log)).isEqualTo("getCitizen DISCLOSED 1, getCitizen NOT_FOUND 0");
  }

  @Test
  void cprStandsInNoColumnInClear() {
    var citizen = aCitizen(world);
    var id = citizen.registeredBy(world.vera);

    var row =
        "select row_to_json(c)::text from citizen c where municipality_id = :m and id = '"
            + id
            + "'";
    assertThat(world.value(row)).doesNotContain((String) citizen.draft().get("cpr"));
  }

  @Test
  void badInputIsToldWhereAndWritesNothing() {
    var vera = Api.as(world.vera).unjudged();
    var draft = aCitizen(world).with("name", "").with("shoeSize", 43).draft();

    var refused = vera.post("/citizens", draft).refused(422, "BODY_INVALID");

    assertThat(refused.json().at("/violations").findValuesAsText("pointer"))
        .contains("/name", "/shoeSize");
    vera.raw("POST", "/citizens", "{\"id\": ").refused(400, "BODY_NOT_JSON");
    vera.raw("POST", "/citizens", "").refused(400, "BODY_NOT_JSON");
    vera.get("/citizens/not-an-id").refused(400, "PARAMETER_INVALID");
    assertThat(world.value("select count(*) from citizen where municipality_id = :m"))
        .isEqualTo("0");
  }
}
