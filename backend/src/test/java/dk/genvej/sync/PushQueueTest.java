package dk.genvej.sync;

import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.results;
import static dk.genvej.testing.Outbox.told;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Goals;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long queue, in its order, from several people and several times at once. */
class PushQueueTest {

  private static final String MORNING = "2025-02-20T09:10:00+01:00";

  private final World world = new World().on("2025-02-20", "12:05");
  private final UUID course = CourseFixture.aCourse(world).make().courseId();
  private final UUID other = CourseFixture.aCourse(world).make().courseId();
  private final Outbox tablet = Outbox.of(world, world.anna);

  @Test
  void theOrderOfTheItemsIsKept() {
    var visit = Ids.next();
    var answer =
        tablet.push(
            tablet.planned(course, visit, "2025-02-20T13:00:00+01:00"),
            with(
                tablet.write(
                    "moveVisit",
                    Map.of("visitId", visit),
                    Map.of("plannedAt", MORNING, "minutes", 30, "contactType", "PHONE")),
                "baseVersion",
                1),
            tablet.held(visit, MORNING),
            tablet.write(
                "cancelVisit", Map.of("visitId", visit), Map.of("reason", "Borger er syg")));

    assertThat(told(answer)).containsExactly("201", "200", "200", "409 " + code(answer, 3));
    assertThat(results(answer).get(2).get("version").asInt()).isEqualTo(3);
    assertThat(
            world.value(
                "select string_agg(kind || ' ' || version, ', ' order by version) from event"
                    + " where record_id = '%s'".formatted(visit)))
        .isEqualTo("VisitPlanned 1, VisitMoved 2, VisitHeld 3");
    assertThat(count("record_version", "record_id = '" + visit + "'")).isEqualTo("3");
  }

  private static String code(Answer answer, int place) {
    return results(answer).get(place).at("/problem/code").asText();
  }

  @Test
  void twoPushesOfTheSameQueueAtOnceLandOnce() throws Exception {
    var queue =
        IntStream.range(0, 40)
            .mapToObj(i -> tablet.visit(i % 2 == 0 ? course : other, MORNING))
            .toList();
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Answer> push = () -> tablet.push(queue);
      var answers = threads.invokeAll(List.of(push, push, push, push));
      int applied = 0;
      for (var one : answers) {
        var outcomes = outcomes(one.get());
        assertThat(outcomes).doesNotContain("REJECTED");
        applied += outcomes.split("(?<!_)APPLIED", -1).length - 1;
      }
      assertThat(applied).isEqualTo(40);
    }
    assertThat(count("visit", "true")).isEqualTo("40");
    assertThat(count("event", "kind = 'VisitHeld'")).isEqualTo("40");
  }

  @Test
  void oneUsersQueueIsNotAnothersOnTheSameTablet() {
    var asta = Outbox.shared(world, world.asta, tablet.id);
    assertThat(outcomes(tablet.push(tablet.visit(course, MORNING)))).isEqualTo("APPLIED");
    assertThat(outcomes(asta.push(asta.visit(course, MORNING)))).isEqualTo("APPLIED");
    var bo = Outbox.shared(world, world.bo, tablet.id);
    assertThat(told(bo.push(bo.visit(course, MORNING)))).containsExactly("404 NOT_FOUND");

    assertThat(
            Api.as(world.anna)
                .get("/courses/%s/visits", course)
                .ok()
                .json()
                .at("/items")
                .findValuesAsText("name"))
        .contains("Anna Terapeut", "Asta Terapeut");
  }

  @Test
  void whatCannotBeWrittenInBatchesIsCarriedOutInItsPlace() {
    var planned = CourseFixture.aCourse(world).in(CourseState.REFERRED).make();
    var id = planned.courseId();
    var condition = Ids.next();
    var goal = new LinkedHashMap<>(Goals.draft(condition));
    var plan = Map.of("citizensWords", "I bad selv", "interventionType", "HVERDAGSREHABILITERING");
    var answer =
        tablet.push(
            tablet.visit(id, MORNING),
            tablet.write("beginPlan", Map.of("courseId", id), null),
            with(tablet.write("savePlan", Map.of("courseId", id), plan), "baseVersion", 1),
            tablet.write("beginPlan", Map.of("courseId", id), null),
            tablet.note(id, "Begyndt", MORNING),
            tablet.write("setGoal", Map.of("courseId", id), goal));

    assertThat(told(answer))
        .containsExactly(
            "201",
            "200",
            "200",
            "409 CANNOT_BEGIN_PLAN_WHEN_PLANNING",
            "201",
            "422 REFERENCE_NOT_FOUND");
  }

  @Test
  void theStatementsDoNotGrowWithTheQueue() {
    tablet.push(queue(10));
    int few = QueryCount.during(() -> tablet.push(queue(10))).size();
    int many = QueryCount.during(() -> tablet.push(queue(200))).size();

    assertThat(many).isEqualTo(few).isLessThanOrEqualTo(26);
    var again = queue(200);
    tablet.push(again);
    assertThat(QueryCount.during(() -> tablet.push(again)).size()).isLessThanOrEqualTo(12);
  }

  private List<Map<String, Object>> queue(int size) {
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                i % 2 == 0
                    ? tablet.visit(i % 4 == 0 ? course : other, MORNING)
                    : tablet.note(course, "Nr. " + i, MORNING))
        .toList();
  }

  private String count(String table, String where) {
    return world.value(
        "select count(*) from " + table + " where municipality_id = :m and " + where);
  }
}
