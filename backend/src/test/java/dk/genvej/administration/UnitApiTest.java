package dk.genvej.administration;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnitApiTest {

  private final World world = new World();
  private final Api adam = Api.as(world.adam);

  @Test
  void theAdministratorMakesAUnitAndEverybodySeesItAtOnce() {
    Api.as(world.anna).get("/units").ok();
    var id = Ids.next();

    var made = adam.ifMatch(0).put("/units/" + id, unit("Nord 2", "CARE_AREA", world.nord)).ok();

    assertThat(made.version()).isEqualTo(1);
    var seen = Api.as(world.anna).get("/units?kind=CARE_AREA").ok();
    assertThat(names(seen.json())).containsExactly("Nord 1", "Nord 2", "Syd 1");
    assertThat(seen.at("/items/1/stamp/author/name")).isEqualTo("Adam Administrator");
    assertThat(world.value("select units_version from municipality where id = :m")).isEqualTo("2");
  }

  @Test
  void accessFollowsAUnitThatMovesToAnotherDistrictWithTheNextRequest() {
    var id = aCitizen(world).registeredBy(world.vera);
    Api.as(world.konrad).get("/citizens/%s", id).refused(404, "NOT_FOUND");

    adam.ifMatch(1).put("/units/" + world.nordArea, unit("Nord 1", "CARE_AREA", world.syd)).ok();

    Api.as(world.konrad).get("/citizens/%s", id).ok();
    Api.as(world.carla).get("/citizens/%s", id).refused(404, "NOT_FOUND");
  }

  @Test
  void everyVersionIsInTheLogAndAnEvent() {
    var id = Ids.next();
    adam.ifMatch(0).put("/units/" + id, unit("Nord 2", "CARE_AREA", world.nord)).ok();
    adam.ifMatch(1).put("/units/" + id, unit("Nord 3", "CARE_AREA", world.nord)).ok();

    var told =
        " from %s where municipality_id = :m and record_id = '" + id + "' and citizen_id is null";
    assertThat(
            world.value(
                "select string_agg(operation || version, ' ' order by version)"
                    + told.formatted("change_log")))
        .isEqualTo("putUnit1 putUnit2");
    assertThat(
            world.value(
                "select string_agg(kind || version, ' ' order by version)"
                    + told.formatted("event")))
        .isEqualTo("UnitMade1 UnitChanged2");
  }

  @Test
  void aUnitStandsUnderOneThatCanHoldIt() {
    refused(unit("Nord 1a", "CARE_AREA", world.nordArea), 422, "UNIT_PARENT_WRONG");
    refused(unit("Øst", "DISTRICT", world.nord), 422, "UNIT_PARENT_WRONG");
    refused(unit("Løs", "CARE_TEAM", null), 422, "UNIT_PARENT_WRONG");
    refused(unit("Anden kommune", "MUNICIPALITY", null), 422, "UNIT_PARENT_WRONG");
    refused(unit("Væk", "DISTRICT", Ids.next()), 422, "REFERENCE_NOT_FOUND");
    var reversed = unit("Kort", "DISTRICT", world.root);
    reversed.put("validUntil", "2020-12-31");
    refused(reversed, 422, "PERIOD_REVERSED");
  }

  @Test
  void aUnitThatCitizensOrUnitsHangOnCannotEnd() {
    var ending = unit("Nord", "DISTRICT", world.root);
    ending.put("validUntil", "2025-06-30");
    adam.ifMatch(1).put("/units/" + world.nord, ending).refused(409, "UNIT_IN_USE");

    var area = unit("Syd 1", "CARE_AREA", world.syd);
    area.put("validUntil", "2025-06-30");
    aCitizen(world).in(world.sydArea).registeredBy(world.vera);
    adam.ifMatch(1).put("/units/" + world.sydArea, area).refused(409, "UNIT_IN_USE");
    adam.ifMatch(1)
        .put("/units/" + world.sydArea, unit("Syd 1", "CARE_TEAM", world.syd))
        .refused(409, "UNIT_IN_USE");

    var supplier = unit("Leverandør X", "SUPPLIER", world.root);
    supplier.put("validUntil", "2025-06-30");
    adam.ifMatch(1).put("/units/" + world.supplierX, supplier).ok();
    assertThat(adam.get("/units?kind=SUPPLIER&validOn=2025-06-30").at("/items/0/validUntil"))
        .isEqualTo("2025-06-30");
    assertThat(adam.get("/units?kind=SUPPLIER&validOn=2025-07-01").json().at("/items")).isEmpty();
  }

  @Test
  void anEditIsBasedOnTheVersionThatStands() {
    var body = unit("Nord", "DISTRICT", world.root);
    adam.ifMatch(0).put("/units/" + world.nord, body).refused(409, "VERSION_STALE");
    adam.unjudged().put("/units/" + world.nord, body).refused(428, "VERSION_MISSING");
    Api.as(world.carla)
        .ifMatch(1)
        .put("/units/" + world.nord, body)
        .refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void unitsComeInPagesParentsFirst() {
    var first = adam.get("/units?limit=3").ok();
    var second = adam.get("/units?limit=50&cursor=" + first.at("/next")).ok();

    assertThat(first.at("/items/0/kind")).isEqualTo("MUNICIPALITY");
    assertThat(first.json().at("/items")).hasSize(3);
    assertThat(second.json().at("/items")).hasSize(4);
    assertThat(second.json().at("/next").isMissingNode() || second.json().at("/next").isNull())
        .isTrue();
    adam.get("/units?cursor=bm9uc2Vuc2U").refused(400, "CURSOR_INVALID");
  }

  @Test
  void usersAreFoundByRoleAndByUnit() {
    var therapists = adam.get("/users?role=THERAPIST").ok();
    assertThat(therapists.json().at("/items").findValuesAsText("active")).containsOnly("true");
    assertThat(names(therapists.json()))
        .containsExactly("Anna Terapeut", "Asger Terapeut", "Asta Terapeut", "Bo Terapeut");
    assertThat(names(adam.get("/users?role=THERAPIST&unitId=%s", world.syd).json()))
        .containsExactly("Bo Terapeut");
    assertThat(adam.get("/users?limit=1").at("/items/0/roles/0/unit/name"))
        .isEqualTo("Testby " + world.municipality);

    var page = adam.get("/users?limit=2").ok();
    assertThat(names(adam.get("/users?limit=2&cursor=" + page.at("/next")).json()))
        .containsExactly("Asger Terapeut", "Asta Terapeut");
    Api.as(world.sofie).get("/users").refused(403, "ROLE_NOT_ALLOWED");
  }

  private static java.util.List<String> names(com.fasterxml.jackson.databind.JsonNode page) {
    var names = new java.util.ArrayList<String>();
    page.at("/items").forEach(item -> names.add(item.get("name").asText()));
    return names;
  }

  private void refused(Map<String, Object> body, int status, String code) {
    adam.ifMatch(0).put("/units/" + Ids.next(), body).refused(status, code);
  }

  private static Map<String, Object> unit(String name, String kind, UUID parent) {
    var unit = new LinkedHashMap<String, Object>();
    unit.put("name", name);
    unit.put("kind", kind);
    unit.put("validFrom", "2021-01-04");
    if (parent != null) {
      unit.put("parentId", parent);
    }
    return unit;
  }
}
