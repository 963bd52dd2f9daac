package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static dk.genvej.testing.Outbox.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wipe with rescue: what lay on a lost tablet is saved before it is erased (R69). */
class RescueTest {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";

  private final World world = new World();
  private final Story inger =
      new Story(world, aCitizen(world)).referredTo(world.anna, "2025-02-10").planned();
  private final Outbox tablet;

  RescueTest() {
    world.on("2025-02-20", "12:05");
    tablet = Outbox.of(world, world.anna);
  }

  @Test
  void fromARevokedTabletToTheCourseAndSentAgainNothingIsDoubled() {
    var note = tablet.note(inger.courseId, "Gik til lågen", MORNING);
    Api.as(world.carla)
        .post("/devices/" + tablet.id + "/revocation", Map.of("reason", "Glemt i bussen"))
        .ok();

    var answer = tablet.push(note);
    assertThat(outcomes(answer)).isEqualTo("QUARANTINED");
    assertThat(answer.at("/wipe/reason")).isEqualTo("Glemt i bussen");
    confirmWipe().ok();
    accept(world.carla, note).ok();

    assertThat(notes()).containsExactly("Gik til lågen");
    var fresh = Outbox.of(world, world.anna);
    assertThat(outcomes(fresh.push(note))).isEqualTo("ALREADY_APPLIED");
    assertThat(notes()).containsExactly("Gik til lågen");
    assertThat(
            world.value(
                "select user_id || ' ' || device_id from mutation where id = '"
                    + note.get("id")
                    + "'"))
        .isEqualTo(world.anna.id() + " " + tablet.id);
  }

  @Test
  void whatABlockedUserHadWrittenIsHandedToTheColleague() {
    var note = tablet.note(inger.courseId, "Gik til lågen", MORNING);
    block();

    var answer = tablet.push(note);
    assertThat(outcomes(answer)).isEqualTo("QUARANTINED");
    assertThat(answer.json().has("wipe")).isTrue();
    Api.as(world.anna).get("/me").refused(403, "USER_BLOCKED");
    confirmWipe().ok();
    Api.as(world.carla)
        .post("/quarantine/" + note.get("id") + "/reassignment", Map.of("userId", world.asta.id()))
        .ok();
    accept(world.asta, note).ok();

    assertThat(notes()).containsExactly("Gik til lågen");
    assertThat(
            Api.as(world.asta)
                .get("/courses/%s/notes", inger.courseId)
                .at("/items/0/stamp/author/name"))
        .isEqualTo("Anna Terapeut");
  }

  private Answer confirmWipe() {
    return Api.as(world.anna)
        .post(
            "/devices/" + tablet.id + "/wipe-receipt",
            Map.of("erasedAt", "2025-02-20T12:04:00+01:00", "unsent", 0));
  }

  private static Answer accept(TestUser by, Map<String, Object> mutation) {
    return Api.as(by).post("/quarantine/" + mutation.get("id") + "/acceptance", null);
  }

  private List<String> notes() {
    return Api.as(world.carla)
        .get("/courses/%s/notes", inger.courseId)
        .ok()
        .json()
        .findValuesAsText("text");
  }

  private void block() {
    world.sql(
        connection ->
            World.execute(
                connection,
                "update app_user set blocked_at = now() where municipality_id = %d and id = '%s'"
                    .formatted(world.municipality, world.anna.id())));
  }
}
