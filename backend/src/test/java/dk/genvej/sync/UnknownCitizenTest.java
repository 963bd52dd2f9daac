package dk.genvej.sync;

import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A kept write whose citizen is not known: it rests on another that is kept too. A coordinator sees
 * it, and it lands when what it rests on has.
 */
class UnknownCitizenTest {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";

  private final World world = new World().on("2025-02-20", "12:05");
  private final UUID course = CourseFixture.aCourse(world).make().courseId();
  private final Outbox tablet = Outbox.of(world, world.anna);
  private final UUID visit = Ids.next();
  private final Map<String, Object> plan =
      tablet.planned(course, visit, "2025-02-20T13:00:00+01:00");
  private final Map<String, Object> held =
      with(tablet.held(visit, MORNING), "dependsOn", List.of(plan.get("id")));

  @BeforeEach
  void aLostTabletHandsIn() {
    Api.as(world.carla)
        .post("/devices/" + tablet.id + "/revocation", Map.of("reason", "Glemt i bussen"))
        .ok();
    assertThat(outcomes(tablet.push(plan, held))).isEqualTo("QUARANTINED QUARANTINED");
    assertThat(
            world.value(
                "select count(*) from kept_mutation where municipality_id = :m and citizen_id is"
                    + " null"))
        .isEqualTo("1");
  }

  @Test
  void everyCoordinatorSeesItAndNobodyElse() {
    assertThat(seen(world.carla)).containsExactlyInAnyOrder(id(plan), id(held));
    assertThat(seen(world.konrad)).containsExactly(id(held));
    assertThat(seen(world.asta)).isEmpty();
    assertThat(seen(new World().carla)).isEmpty();
  }

  @Test
  void acceptedAfterWhatItRestsOnItLands() {
    decide(world.carla, held, "acceptance", null).refused(409, "QUARANTINE_REFUSED");
    decide(world.carla, plan, "acceptance", null).ok();
    decide(world.carla, held, "acceptance", null).ok();

    assertThat(world.value("select state from visit where id = '" + visit + "'")).isEqualTo("HELD");
    assertThat(seen(world.carla)).isEmpty();
  }

  @Test
  void onceItIsKnownWhoseItIsAnotherDistrictsCoordinatorCannotLetItLand() {
    decide(world.carla, plan, "acceptance", null).ok();

    decide(world.konrad, held, "acceptance", null).refused(409, "QUARANTINE_REFUSED");

    assertThat(world.value("select state from visit where id = '" + visit + "'"))
        .isEqualTo("PLANNED");
    assertThat(seen(world.carla)).containsExactly(id(held));
  }

  @Test
  void discardedItStaysWithTheReason() {
    decide(world.carla, held, "discard", Map.of("reason", "Besøget blev ikke til noget")).ok();

    assertThat(world.value("select decision from kept_mutation where id = '" + id(held) + "'"))
        .isEqualTo("Besøget blev ikke til noget");
  }

  private static String id(Map<String, Object> mutation) {
    return mutation.get("id").toString();
  }

  private static List<String> seen(TestUser user) {
    var items = Api.as(user).get("/quarantine").ok().json().get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map((JsonNode one) -> one.get("id").asText())
        .toList();
  }

  private static Answer decide(
      TestUser user, Map<String, Object> mutation, String what, Object body) {
    return Api.as(user).post("/quarantine/" + id(mutation) + "/" + what, body);
  }
}
