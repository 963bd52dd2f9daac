package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.told;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Goals;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R12: what was written while there was access is kept for a decision, and nothing else is. */
class QuarantineInsertTest {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";

  private final World world = new World();
  private final Story inger =
      new Story(world, aCitizen(world)).referredTo(world.anna, "2025-02-10").planned();
  private final Outbox tablet;

  QuarantineInsertTest() {
    world.on("2025-02-20", "12:05");
    tablet = Outbox.of(world, world.anna);
  }

  @Test
  void anAuthorWhoLostTheCourseToAColleagueIsNotOverruledAndNotLost() {
    var goal = tablet.goal(inger.goals.getFirst(), 1, Goals.edit(Goals.draft(inger.conditionId)));
    var visit = tablet.visit(inger.courseId, MORNING);
    inger.reassignedTo(world.asta);
    var answer = tablet.push(goal, visit);

    assertThat(outcomes(answer)).isEqualTo("QUARANTINED APPLIED");
    assertThat(told(answer)).containsExactly("202", "201");
    assertThat(kept("state || ' ' || reason || ' ' || operation"))
        .isEqualTo("WAITING ACCESS_ENDED changeGoal");
    assertThat(kept("citizen_id::text")).isEqualTo(inger.citizenId.toString());
    assertThat(outcomes(tablet.push(goal))).isEqualTo("QUARANTINED");
    assertThat(kept("count(*)::text")).isEqualTo("1");
    assertThat(
            world.value(
                "select count(*) from access_log where municipality_id = :m"
                    + " and operation = 'changeGoal' and outcome = 'DENIED'"))
        .isEqualTo("1");
  }

  @Test
  void anAuthorWhoNoLongerSeesTheCitizenAtAllIsKnownByTheEndedRelation() {
    var visit = tablet.visit(inger.courseId, MORNING);
    var note = after(tablet.note(inger.courseId, "Hjemme igen", MORNING), visit);
    ended("2025-02-20");
    var answer = tablet.push(visit, note);

    assertThat(outcomes(answer)).isEqualTo("QUARANTINED QUARANTINED");
    assertThat(kept("count(*)::text || ' ' || min(reason)")).isEqualTo("2 ACCESS_ENDED");
  }

  @Test
  void anEndMoreThanNinetyDaysAgoIsForgotten() {
    ended("2024-11-01");

    assertThat(told(tablet.push(tablet.visit(inger.courseId, MORNING))))
        .containsExactly("404 NOT_FOUND");
  }

  /** The course is no longer the business of its therapists from that day on. */
  private void ended(String day) {
    try (var connection = world.superuser()) {
      World.execute(
          connection,
          "alter table care_relation disable trigger user; update care_relation set from_day = '2024-01-01', before_day = '%s' where citizen_id = '%s' and course_id is not null; alter table care_relation enable trigger user"
              .formatted(day, inger.citizenId));
    } catch (java.sql.SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void aTabletThatHeldTheCitizenIsEnoughAndAStrangerIsNot() {
    var bo = Outbox.of(world, world.bo);
    var visit = bo.visit(inger.courseId, MORNING);
    assertThat(told(bo.push(visit))).containsExactly("404 NOT_FOUND");
    assertThat(told(bo.push(bo.visit(Ids.next(), MORNING)))).containsExactly("404 NOT_FOUND");

    world.sql(
        c ->
            World.execute(
                c,
                "insert into device_holding (municipality_id, device_id, user_id, citizen_id, since, removed_at) values (%d, '%s', '%s', '%s', now(), now())"
                    .formatted(world.municipality, bo.id, world.bo.id(), inger.citizenId)));
    assertThat(outcomes(bo.push(visit))).isEqualTo("QUARANTINED");
    assertThat(told(bo.push(bo.visit(Ids.next(), MORNING)))).containsExactly("404 NOT_FOUND");
    assertThat(kept("citizen_id::text")).isEqualTo(inger.citizenId.toString());
  }

  @Test
  void whatCouldNeverHaveBeenDoneIsRefusedAndNotKept() {
    var asta = Outbox.of(world, world.asta);
    var goal = asta.goal(inger.goals.getFirst(), 1, Goals.edit(Goals.draft(inger.conditionId)));

    assertThat(told(asta.push(goal))).containsExactly("403 VERB_NOT_ALLOWED");
    var sofie = Outbox.of(world, world.sofie);
    assertThat(told(sofie.push(with(goal, "id", Ids.next()))))
        .containsExactly("403 ROLE_NOT_ALLOWED");
    assertThat(kept("count(*)::text")).isEqualTo("0");
  }

  @Test
  void allThatARevokedTabletSendsIsKeptAndThenItIsErased() {
    var landed = tablet.visit(inger.courseId, MORNING);
    tablet.push(landed);
    Api.as(world.carla)
        .post("/devices/" + tablet.id + "/revocation", Map.of("reason", "Glemt i bussen"))
        .ok();
    var visit = tablet.visit(inger.courseId, MORNING);
    var bad = tablet.write("recordVisit", Map.of("courseId", inger.courseId), Map.of());
    var answer = tablet.push(landed, visit, bad);

    assertThat(outcomes(answer)).isEqualTo("ALREADY_APPLIED QUARANTINED REJECTED");
    assertThat(answer.at("/wipe/reason")).isEqualTo("Glemt i bussen");
    assertThat(answer.at("/wipe/orderedAt")).isEqualTo("2025-02-20T12:05:00+01:00");
    assertThat(kept("state || ' ' || reason")).isEqualTo("WAITING DEVICE_REVOKED");
    assertThat(kept("citizen_id::text")).isEqualTo(inger.citizenId.toString());
    assertThat(outcomes(tablet.push(visit))).isEqualTo("QUARANTINED");
  }

  @Test
  void aBlockedUserHandsInAndReadsNothing() {
    world.sql(
        c ->
            World.execute(
                c,
                "update app_user set blocked_at = '2025-02-20T11:00:00+01:00' where municipality_id = %d and subject = 'anna'"
                    .formatted(world.municipality)));
    Api.as(world.anna).get("/me").refused(403, "USER_BLOCKED");
    var answer = tablet.push(tablet.visit(inger.courseId, MORNING));

    assertThat(outcomes(answer)).isEqualTo("QUARANTINED");
    assertThat(answer.at("/wipe/orderedAt")).isEqualTo("2025-02-20T11:00:00+01:00");
    assertThat(kept("reason")).isEqualTo("USER_BLOCKED");
  }

  @Test
  void onePushCanKeepFiveHundred() {
    Api.as(world.carla)
        .post("/devices/" + tablet.id + "/revocation", Map.of("reason", "Glemt i bussen"))
        .ok();
    var queue =
        java.util.stream.IntStream.range(0, 500)
            .mapToObj(i -> tablet.note(inger.courseId, "Nr. \"" + i + "\", {}", MORNING))
            .toList();

    assertThat(outcomes(tablet.push(queue)).split(" ")).containsOnly("QUARANTINED");
    assertThat(kept("count(*)::text")).isEqualTo("500");
    assertThat(kept("min(body ->> 'text')")).isEqualTo("Nr. \"0\", {}");
  }

  private static Map<String, Object> after(
      Map<String, Object> mutation, Map<String, Object> other) {
    return with(mutation, "dependsOn", List.of(other.get("id")));
  }

  private String kept(String columns) {
    return world.value(
        "select " + columns + " from kept_mutation where municipality_id = :m limit 1");
  }
}
