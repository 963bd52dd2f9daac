package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Assignment;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.Drafts;
import dk.genvej.testing.Goals;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.Story;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tablets when two records of one citizen have become one: nothing is left, nothing is lost. */
class MergedCitizenTest {

  private final World world = new World();
  private Story course;
  private UUID gone;
  private UUID staying;

  @BeforeEach
  void twoRecords() {
    world.on("2025-01-13");
    course = new Story(world, aCitizen(world).named("Inger Dobbelt"));
    course.servedBy(world.nordTeam, "2025-01-01");
    course.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
    gone = course.citizenId;
    staying = aCitizen(world).named("Inger Enkelt").registeredBy(world.vera);
  }

  @Test
  void theRecordThatWentLeavesTheTabletAndTheStayingOneArrivesWhole() {
    var tablet = Tablet.of(world, world.anna);
    var sofies = Tablet.of(world, world.sofie);
    tablet.sync();
    sofies.sync();
    assertThat(tablet.citizens()).containsExactly(gone);

    merge();
    var answer = tablet.sync();
    sofies.sync();

    assertThat(answer.get("removals"))
        .singleElement()
        .extracting(id -> id.asText())
        .isEqualTo(gone.toString());
    assertThat(answer.at("/citizens/0/whole").asBoolean()).isTrue();
    assertThat(tablet.citizens()).containsExactly(staying);
    assertThat(tablet.of(staying))
        .isEqualTo(new ApiModel(world, world.anna).everything().get(staying));
    assertThat(sofies.of(staying))
        .isEqualTo(new ApiModel(world, world.sofie).everything().get(staying));
    assertThat(tablet.sync().get("citizens")).isEmpty();
  }

  @Test
  void aTabletThatHoldsTheStayingRecordGetsWhatIsNewOfIt() {
    course.stop(world.anna, "2025-01-20", "DECLINED").ok();
    var own = new Story(world, staying).referredTo(world.anna, "2025-01-20").planned();
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();

    merge();
    tablet.sync();

    assertThat(tablet.citizens()).containsExactly(staying);
    assertThat(tablet.one(staying, "course").get("id").asText()).isEqualTo(own.courseId.toString());
    assertThat(tablet.of(staying))
        .isEqualTo(new ApiModel(world, world.anna).everything().get(staying));
  }

  @Test
  void whatWaitedOnTabletsIsTheStayingRecordsWhenItComes() {
    var anna = Outbox.of(world, world.anna);
    var visit =
        anna.write(
            "recordVisit",
            Map.of("courseId", course.courseId),
            Map.of(
                "id",
                Ids.next(),
                "heldAt",
                "2025-01-20T09:10:00+01:00",
                "minutes",
                45,
                "contactType",
                "HOME"));
    var note = anna.note(course.courseId, "Gik til lågen", "2025-01-20T09:40:00+01:00");
    var goal = anna.goal(course.goals.getFirst(), 1, Goals.edit(Goals.draft(course.conditionId)));
    var finding =
        with(
            anna.write(
                "putCondition",
                Map.of("courseId", course.courseId, "conditionId", course.conditionId),
                Drafts.finding(2, 1, LocalDate.parse("2025-01-20"))),
            "baseVersion",
            1);
    var sofie = Outbox.of(world, world.sofie);
    var contact =
        sofie.write(
            "addContactPerson",
            Map.of("citizenId", gone),
            Map.of("id", Ids.next(), "userId", world.sofie.id()));

    merge();

    assertThat(outcomes(anna.push(visit, note, goal, finding)))
        .isEqualTo("APPLIED APPLIED APPLIED APPLIED");
    assertThat(outcomes(anna.push(visit, note, goal, finding)))
        .isEqualTo("ALREADY_APPLIED ALREADY_APPLIED ALREADY_APPLIED ALREADY_APPLIED");
    assertThat(outcomes(sofie.push(contact))).isEqualTo("APPLIED");
    assertThat(
            world.value(
                "select (select count(*) from visit where citizen_id = '%1$s') + (select count(*) from note where citizen_id = '%1$s') + (select count(*) from care_relation where citizen_id = '%1$s' and kind = 'CONTACT')"
                    .formatted(staying)))
        .isEqualTo("3");
  }

  @Test
  void anEditOfTheRecordThatWentIsForThePersonToDecideAndThenLands() {
    var anna = Outbox.of(world, world.anna);
    var flags = Citizens.flags();
    var edit = anna.write("setCitizenFlags", Map.of("citizenId", gone), flags);

    merge();

    var answer = anna.push(with(edit, "baseVersion", 1));
    assertThat(outcomes(answer)).as("version 1 is another record's").isEqualTo("CONFLICT");
    var current = Outbox.results(answer).getFirst().at("/problem/currentVersion").asInt();
    assertThat(current)
        .isEqualTo(Api.as(world.anna).get("/citizens/%s", staying).ok().version())
        .isGreaterThan(2);
    var again = with(with(edit, "id", Ids.next()), "baseVersion", current);
    assertThat(outcomes(anna.push(again))).isEqualTo("APPLIED");
  }

  /** In a small municipality one person is coordinator, visitator and therapist. */
  @Test
  void aMergeInTheMidstOfAQueueTakesWhatCameBeforeAlongAndWhatComesAfterFindsItsWay() {
    var all =
        List.of(
            new Assignment(Role.COORDINATOR, world.nord),
            new Assignment(Role.VISITATOR, world.nord),
            new Assignment(Role.THERAPIST, world.nordArea));
    var carla =
        Outbox.of(
            world,
            new TestUser(world.municipality, world.carla.subject(), world.carla.name(), all));
    var merge =
        carla.write(
            "mergeCitizens",
            Map.of("citizenId", staying),
            Map.of("mergedId", gone, "reason", "Oprettet to gange"));
    var queue =
        List.of(
            carla.note(course.courseId, "Før", "2025-01-20T08:10:00+01:00"),
            carla.visit(course.courseId, "2025-01-20T08:20:00+01:00"),
            merge,
            carla.note(course.courseId, "Efter", "2025-01-20T08:30:00+01:00"),
            carla.visit(course.courseId, "2025-01-20T08:40:00+01:00"),
            carla.write(
                "addContactPerson",
                Map.of("citizenId", gone),
                Map.of("id", Ids.next(), "userId", world.sofie.id())));

    assertThat(outcomes(carla.push(queue)))
        .isEqualTo("APPLIED APPLIED APPLIED APPLIED APPLIED APPLIED");
    assertThat(outcomes(carla.push(queue))).doesNotContain(" APPLIED").startsWith("ALREADY_");
    assertThat(
            world.value(
                "select concat_ws(' ', (select count(*) from note where citizen_id = '%1$s'), (select count(*) from visit where citizen_id = '%1$s'), (select count(*) from care_relation where citizen_id = '%1$s' and kind = 'CONTACT'), (select count(*) from course where citizen_id = '%1$s'))"
                    .formatted(staying)))
        .isEqualTo("2 2 1 1");
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();
    assertThat(tablet.of(staying))
        .isEqualTo(new ApiModel(world, world.anna).everything().get(staying));
  }

  @Test
  void whatWasKeptForADecisionIsAcceptedAfterwards() {
    var lost = Outbox.of(world, world.anna);
    Api.as(world.adam)
        .post("/devices/" + lost.id + "/revocation", Map.of("reason", "Glemt i en bus"))
        .ok();
    var kept = lost.note(course.courseId, "Gik i haven", "2025-01-20T09:50:00+01:00");
    assertThat(outcomes(lost.push(kept))).isEqualTo("QUARANTINED");

    merge();

    Api.as(world.carla).post("/quarantine/" + kept.get("id") + "/acceptance", null).ok();
    assertThat(
            world.value(
                "select citizen_id from note where text = 'Gik i haven' and course_id = '"
                    + course.courseId
                    + "'"))
        .isEqualTo(staying.toString());
  }

  private void merge() {
    Api.as(world.carla)
        .post(
            "/citizens/" + staying + "/merge",
            Map.of("mergedId", gone, "reason", "Oprettet to gange"))
        .ok();
  }
}
