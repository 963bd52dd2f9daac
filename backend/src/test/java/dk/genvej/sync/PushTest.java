package dk.genvej.sync;

import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.results;
import static dk.genvej.testing.Outbox.told;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R10: a queue is taken in whole, each item by itself, once. */
class PushTest {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";

  private final World world = new World().on("2025-02-20", "12:05");
  private final UUID course = CourseFixture.aCourse(world).make().courseId();
  private final UUID other = CourseFixture.aCourse(world).make().courseId();
  private final Outbox tablet = Outbox.of(world, world.anna);

  @Test
  void eachLandsAsItWouldHaveOnline() {
    var visit = tablet.visit(course, MORNING);
    var note = tablet.note(other, "Gik til postkassen", MORNING);
    var answer = tablet.push(visit, note);

    assertThat(outcomes(answer)).isEqualTo("APPLIED APPLIED");
    assertThat(told(answer)).containsExactly("201", "201");
    assertThat(results(answer).getFirst().at("/version").asInt()).isEqualTo(1);
    var seen = Api.as(world.anna).get("/courses/%s/visits", course).ok();
    assertThat(seen.at("/items/0/id")).isEqualTo(id(visit));
    assertThat(seen.at("/items/0/stamp/author/name")).isEqualTo("Anna Terapeut");
    assertThat(seen.at("/items/0/stamp/recordedAt")).isEqualTo("2025-02-20T08:00:00+01:00");
    assertThat(seen.at("/items/0/stamp/receivedAt")).isEqualTo("2025-02-20T12:05:00+01:00");
    assertThat(count("change_log", "operation in ('recordVisit', 'addNote')")).isEqualTo("2");
    assertThat(count("event", "kind in ('VisitHeld', 'NoteAdded')")).isEqualTo("2");
    assertThat(
            count("mutation", "device_id = '" + tablet.id + "' and operation <> 'registerDevice'"))
        .isEqualTo("2");
  }

  @Test
  void sentAgainItIsAnsweredAsTheFirstTime() {
    var queue = List.of(tablet.visit(course, MORNING), tablet.note(course, "Sov godt", MORNING));
    var first = tablet.push(queue);
    var again = tablet.push(queue);

    assertThat(outcomes(again)).isEqualTo("ALREADY_APPLIED ALREADY_APPLIED");
    assertThat(again.json().at("/results/1/resourceId"))
        .isEqualTo(first.json().at("/results/1/resourceId"));
    assertThat(again.json().at("/results/1/status").asInt()).isEqualTo(201);
    assertThat(count("visit", "true")).isEqualTo("1");
    assertThat(count("note", "true")).isEqualTo("1");
  }

  @Test
  void aReplayRaisesNoChangeNumber() {
    var visit = tablet.visit(course, MORNING);
    tablet.push(visit);
    var before = seqs();
    tablet.push(visit);

    assertThat(seqs()).isEqualTo(before);
  }

  @Test
  void sentOnlineAndInAQueueItIsTheSameWriteBothWays() {
    var visit = tablet.visit(course, MORNING);
    Api.as(world.anna)
        .mutation(uuid(visit, "id"))
        .post("/courses/" + course + "/visits/held", visit.get("body"))
        .created();
    assertThat(outcomes(tablet.push(visit))).isEqualTo("ALREADY_APPLIED");

    var next =
        with(
            tablet.visit(course, MORNING),
            "body",
            Map.of(
                "id",
                Ids.next(),
                "heldAt",
                MORNING,
                "minutes",
                new java.math.BigDecimal("45.0"),
                "contactType",
                "HOME"));
    tablet.push(next);
    Api.as(world.anna)
        .mutation(uuid(next, "id"))
        .raw(
            "POST",
            "/courses/" + course + "/visits/held",
            """
            {"contactType": "HOME", "minutes": 45.0, "heldAt": "%s", "id": "%s"}\
            """
                .formatted(MORNING, id(next)))
        .created();
    assertThat(count("visit", "true")).isEqualTo("2");
  }

  @Test
  void oneIdForTwoWritesIsRefused() {
    var visit = tablet.visit(course, MORNING);
    var changed = with(tablet.visit(course, MORNING), "id", visit.get("id"));
    assertThat(told(tablet.push(visit, changed, visit)))
        .containsExactly("201", "409 MUTATION_REUSED", "201");
    assertThat(told(tablet.push(changed))).containsExactly("409 MUTATION_REUSED");

    var asta = Outbox.of(world, world.asta);
    assertThat(told(asta.push(visit))).containsExactly("409 MUTATION_REUSED");
    assertThat(count("visit", "true")).isEqualTo("1");
  }

  @Test
  void aFailingItemBlocksNeitherThoseBeforeNorAfter() {
    var closed = CourseFixture.aCourse(world).in(dk.genvej.course.CourseState.STOPPED).make();
    var answer =
        tablet.push(
            tablet.visit(course, MORNING),
            tablet.visit(closed.courseId(), MORNING),
            tablet.visit(course, "2025-02-21T09:10:00+01:00"),
            tablet.visit(Ids.next(), MORNING),
            tablet.write("recordVisit", Map.of("courseId", course), Map.of("id", Ids.next())),
            tablet.visit(other, MORNING));

    assertThat(told(answer))
        .containsExactly(
            "201",
            "409 COURSE_CLOSED",
            "422 DATE_IN_FUTURE",
            "404 NOT_FOUND",
            "422 BODY_INVALID",
            "201");
    var problem = answer.json().at("/results/4/problem");
    assertThat(problem.at("/violations").findValuesAsText("pointer")).contains("/heldAt");
    assertThat(answer.json().at("/results/2/problem/violations/0/pointer").asText())
        .isEqualTo("/heldAt");
    assertThat(count("visit", "true")).isEqualTo("2");
    assertThat(count("access_log", "outcome = 'NOT_FOUND' and operation = 'recordVisit'"))
        .isEqualTo("1");
  }

  /** An id that is taken by a record nobody here can see: only the database knows. */
  @Test
  void whatOnlyTheDatabaseRefusesFailsAlone() {
    var hidden = hiddenVisit();
    var queue = new ArrayList<Map<String, Object>>();
    IntStream.range(0, 20)
        .forEach(
            i -> queue.add(i == 7 || i == 13 ? taking(hidden) : tablet.visit(course, MORNING)));
    var answer = tablet.push(queue);

    assertThat(told(answer).get(7)).isEqualTo("409 ID_TAKEN");
    assertThat(told(answer).get(13)).isEqualTo("409 ID_TAKEN");
    assertThat(told(answer).stream().filter("201"::equals)).hasSize(18);
    assertThat(count("visit", "course_id = '" + course + "'")).isEqualTo("18");
    assertThat(count("event", "kind = 'VisitHeld' and course_id = '" + course + "'"))
        .isEqualTo("18");
    assertThat(outcomes(tablet.push(queue)).split(" ")).contains("REJECTED").hasSize(20);
    assertThat(count("visit", "course_id = '" + course + "'")).isEqualTo("18");
  }

  private Map<String, Object> taking(UUID id) {
    return with(
        tablet.visit(course, MORNING),
        "body",
        Map.of("id", id, "heldAt", MORNING, "minutes", 45, "contactType", "HOME"));
  }

  /** A visit at a citizen of the other district. */
  private UUID hiddenVisit() {
    var there = CourseFixture.aCourse(world).of(world.bo).make();
    var visit = Outbox.of(world, world.bo).visit(there.courseId(), MORNING);
    Outbox.of(world, world.bo).push(visit);
    hide(there.citizenId());
    return UUID.fromString(id(visit));
  }

  private void hide(UUID citizen) {
    try (var connection = world.superuser()) {
      World.execute(
          connection,
          "alter table care_relation disable trigger user; update care_relation set scope_id = '%s' where citizen_id = '%s' and kind = 'COURSE_AREA'; alter table care_relation enable trigger user"
              .formatted(world.sydArea, citizen));
    } catch (java.sql.SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void anUnregisteredTabletRegistersFirst() {
    Api.as(world.anna)
        .search(
            "/sync/push",
            Map.of("device", Ids.next(), "clientVersion", "1.0.0", "mutations", List.of()))
        .refused(409, "DEVICE_NOT_REGISTERED");
  }

  @Test
  void anEmptyQueueIsAnswered() {
    assertThat(results(tablet.push(List.of()))).isEmpty();
  }

  @Test
  void whatIsNoWriteOfTheApiIsNotQueued() {
    var answer =
        tablet.push(
            tablet.write("getCourse", Map.of("courseId", course), null),
            tablet.write("listNotes", Map.of("courseId", course), null),
            tablet.write("pushMutations", Map.of(), Map.of()),
            tablet.write("nothingAtAll", Map.of(), Map.of()),
            tablet.write("recordVisit", Map.of("visitId", course), Map.of()));

    assertThat(told(answer)).allMatch("422 OPERATION_NOT_QUEUED"::equals).hasSize(5);
  }

  @Test
  void aRoleThatNeverHasTheOperationIsRefusedAsOnline() {
    var sofie = Outbox.of(world, world.sofie);

    assertThat(told(sofie.push(sofie.visit(course, MORNING))))
        .containsExactly("403 ROLE_NOT_ALLOWED");
  }

  private String seqs() {
    return world.value(
        "select string_agg(seq::text, ' ' order by citizen_id) from citizen_change"
            + " where municipality_id = :m");
  }

  private String count(String table, String where) {
    return world.value(
        "select count(*) from " + table + " where municipality_id = :m and " + where);
  }

  private static String id(Map<String, Object> mutation) {
    return ((Map<?, ?>) mutation.get("body")).get("id").toString();
  }

  private static UUID uuid(Map<String, Object> mutation, String name) {
    return UUID.fromString(mutation.get(name).toString());
  }
}
