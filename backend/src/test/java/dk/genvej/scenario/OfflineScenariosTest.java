package dk.genvej.scenario;

import static dk.genvej.testing.Citizens.aCitizen;
import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.results;
import static dk.genvej.testing.Outbox.told;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The acceptance scenarios of work without coverage, each through the API. */
class OfflineScenariosTest {

  private final World world = new World();

  /** Tue 2025-02-11: three writes offline, the answer lost, sent again with a fourth. */
  @Test
  void s8OfflineOnTheLand() {
    var inger = started();
    world.on("2025-02-11", "12:05");
    var tablet = Outbox.of(world, world.anna);
    var visit = at("09:12", tablet.visit(inger.courseId, "2025-02-11T09:10:00+01:00"));
    var score = at("09:55", psfs(tablet, inger));
    var note =
        at("10:40", tablet.note(inger.courseId, "Gik til brevkassen", "2025-02-11T10:40:00+01:00"));
    var before = rows();
    var first = tablet.push(visit, score, note);
    assertThat(outcomes(first)).isEqualTo("APPLIED APPLIED APPLIED");

    world.on("2025-02-11", "12:06");
    var fourth =
        at("12:05", tablet.note(inger.courseId, "Ringer i morgen", "2025-02-11T12:04:00+01:00"));
    var second = tablet.push(visit, score, note, fourth);

    assertThat(outcomes(second))
        .isEqualTo("ALREADY_APPLIED ALREADY_APPLIED ALREADY_APPLIED APPLIED");
    for (int i = 0; i < 3; i++) {
      assertThat(results(second).get(i).get("resourceId"))
          .isEqualTo(results(first).get(i).get("resourceId"));
    }
    assertThat(rows() - before).isEqualTo(4);
    assertThat(
            world.value(
                "select string_agg(to_char(recorded_at at time zone 'Europe/Copenhagen', 'HH24:MI')"
                    + " || ' ' || to_char(received_at at time zone 'Europe/Copenhagen', 'HH24:MI'),"
                    + " ', ' order by recorded_at) from mutation where municipality_id = :m and"
                    + " device_id = '"
                    + tablet.id
                    + "'"))
        .isEqualTo("09:12 12:05, 09:55 12:05, 10:40 12:05, 12:05 12:06");
    assertThat(
            world.value(
                "select count(*) - count(distinct (record_type, record_id, version)) from event"
                    + " where municipality_id = :m"))
        .isEqualTo("0");
    assertThat(
            world.value(
                "select count(*) from notification where municipality_id = :m and kind = 'N10'"))
        .isEqualTo("0");
  }

  /** Goal at version 3; one saves, the other comes with an edit that rests on 3. */
  @Test
  void s9TwoEditOneGoal() {
    var inger = started();
    var goal = inger.goals.getFirst();
    var anna = Api.as(world.anna);
    anna.ifMatch(1)
        .put("/goals/" + goal, edit(inger, "Klarer det selv", "Hjælp til det meste"))
        .ok();
    anna.ifMatch(2).put("/goals/" + goal, edit(inger, "Klarer det selv", "Hjælp til ryggen")).ok();
    var offline = tabletOf(world.anna);
    var late = offline.goal(goal, 3, edit(inger, "To bade om ugen", "Hjælp til ryggen"));
    anna.ifMatch(3).put("/goals/" + goal, edit(inger, "Et bad om ugen", "Hjælp til ryggen")).ok();

    var answer = offline.push(late);
    assertThat(told(answer)).containsExactly("409 VERSION_STALE");
    assertThat(outcomes(answer)).isEqualTo("CONFLICT");
    var result = results(answer).getFirst();
    assertThat(result.at("/problem/currentVersion").asInt()).isEqualTo(4);
    assertThat(result.at("/clashes/0/property").asText()).isEqualTo("target");
    assertThat(result.at("/clashes/0/base").asText()).isEqualTo("\"Klarer det selv\"");
    assertThat(result.at("/clashes/0/mine").asText()).isEqualTo("\"To bade om ugen\"");
    assertThat(result.at("/clashes/0/current").asText()).isEqualTo("\"Et bad om ugen\"");
    offline.push(late);
    assertThat(
            world.value(
                "select count(*) || ' ' || min(kind) || ' ' || min(recipient_id::text) from"
                    + " notification where municipality_id = :m"))
        .isEqualTo("1 N10 " + world.anna.id());

    var merged = offline.goal(goal, 4, edit(inger, "Et eller to bade om ugen", "Hjælp til ryggen"));
    assertThat(outcomes(offline.push(merged))).isEqualTo("APPLIED");
    assertThat(results(offline.push(merged)).getFirst().get("version").asInt()).isEqualTo(5);
    var history = anna.get("/goals/%s/history", goal).ok();
    assertThat(history.json().get("items").findValuesAsText("version"))
        .containsExactly("5", "4", "3", "2", "1");
    twoRegister(inger);
    var sofie = tabletOf(world.sofie);
    assertThat(told(sofie.push(with(late, "id", Ids.next()))))
        .containsExactly("403 ROLE_NOT_ALLOWED");
  }

  /** Different properties are put together, and both edits stand in the history. */
  @Test
  void s9EditsOfDifferentPropertiesAreMerged() {
    var inger = started();
    var goal = inger.goals.getFirst();
    var offline = tabletOf(world.anna);
    var late = offline.goal(goal, 1, edit(inger, "To bade om ugen", "Hjælp til det hele"));
    Api.as(world.anna)
        .ifMatch(1)
        .put("/goals/" + goal, edit(inger, "Klarer det selv", "Hjælp til ryggen"))
        .ok();

    var next =
        with(
            offline.goal(goal, 1, edit(inger, "Tre bade om ugen", "Hjælp til det hele")),
            "dependsOn",
            List.of(late.get("id")));
    var answer = offline.push(late, next);

    assertThat(outcomes(answer)).isEqualTo("APPLIED APPLIED");
    assertThat(results(answer).getFirst().get("merged").asBoolean()).isTrue();
    var history = Api.as(world.anna).get("/goals/%s/history", goal).ok();
    assertThat(history.at("/items/0/target")).isEqualTo("Tre bade om ugen");
    assertThat(history.at("/items/0/baseline")).isEqualTo("Hjælp til ryggen");
    assertThat(history.at("/items/1/target")).isEqualTo("To bade om ugen");
    assertThat(history.at("/items/1/baseline")).isEqualTo("Hjælp til ryggen");
    assertThat(history.at("/items/2/baseline")).isEqualTo("Hjælp til ryggen");
    assertThat(history.at("/items/3/baseline")).isEqualTo("Hjælp til det hele");
  }

  private void twoRegister(Story inger) {
    inger.servedBy(world.nordTeam, "2025-01-20");
    var agreement = inger.agreement();
    for (var user : List.of(world.sofie, world.nils)) {
      var tablet = tabletOf(user);
      var done =
          tablet.write(
              "register",
              Map.of("agreementId", agreement),
              Map.of(
                  "id", Ids.next(), "outcome", "DONE", "happenedAt", "2025-02-11T09:00:00+01:00"));
      assertThat(outcomes(tablet.push(done))).isEqualTo("APPLIED");
    }
    assertThat(
            Api.as(world.anna)
                .get("/agreements/%s/registrations", agreement)
                .ok()
                .json()
                .get("items"))
        .hasSize(2);
  }

  private Story started() {
    var inger = new Story(world, aCitizen(world)).referredTo(world.anna, "2025-01-13").planned();
    inger.started("2025-01-20");
    world.on("2025-02-11", "12:00");
    return inger;
  }

  private Outbox tabletOf(dk.genvej.testing.TestUser user) {
    return Outbox.of(world, user);
  }

  private static Map<String, Object> psfs(Outbox tablet, Story inger) {
    return tablet.write(
        "recordScores",
        Map.of("courseId", inger.courseId),
        Map.of(
            "id", Ids.next(),
            "instrument", "PSFS",
            "instrumentVersion", "1",
            "phase", "INTERIM",
            "scorer", "CITIZEN_WITH_STAFF",
            "scoredOn", "2025-02-11",
            "items",
                List.of(Map.of("goalId", inger.goals.getFirst(), "scale", "TOTAL", "value", 5))));
  }

  private static Map<String, Object> at(String time, Map<String, Object> mutation) {
    return with(mutation, "recordedAt", "2025-02-11T" + time + ":00+01:00");
  }

  private Map<String, Object> edit(Story inger, String target, String baseline) {
    var edit = new LinkedHashMap<String, Object>();
    edit.put("citizensWords", "Jeg vil kunne gå i bad selv");
    edit.put("conditionId", inger.conditionId);
    edit.put("measure", "Hvor meget hjælp der skal til");
    edit.put("baseline", baseline);
    edit.put("baselineOn", "2025-01-13");
    edit.put("target", target);
    edit.put("targetOn", "2025-04-07");
    edit.put("agreedWithCitizen", true);
    edit.put("status", "OPEN");
    return edit;
  }

  /** Of what therapists write. */
  private int rows() {
    return Integer.parseInt(
        world.value(
            "select (select count(*) from visit where municipality_id = :m)"
                + " + (select count(*) from score where municipality_id = :m)"
                + " + (select count(*) from note where municipality_id = :m)"));
  }
}
