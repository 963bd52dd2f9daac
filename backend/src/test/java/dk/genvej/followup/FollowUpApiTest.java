package dk.genvej.followup;

import static dk.genvej.testing.StartedCourse.help;
import static dk.genvej.testing.StartedCourse.notAssessed;
import static dk.genvej.testing.StartedCourse.started;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseListener;
import dk.genvej.course.CourseState;
import dk.genvej.course.StopReason;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.StartedCourse;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class FollowUpApiTest {

  private final World world = new World();
  private final StartedCourse course =
      started(world, "2025-01-20", "420.0")
          .evaluatedOn("2025-04-14")
          .revisitedOn("2025-04-16", "120");

  @Test
  void theHelpGrantedThenIsStoredWithItsResult() {
    world.on("2025-07-18");

    record(world.vera, 0, "2025-07-18", "120").ok();

    var first = list(world.anna).json().at("/items/0");
    assertThat(first.at("/month").asInt()).isEqualTo(3);
    assertThat(first.at("/state").asText()).isEqualTo("RECORDED");
    assertThat(first.at("/heldOn").asText()).isEqualTo("2025-07-18");
    assertThat(first.at("/result").asText()).isEqualTo("CONTINUES");
    assertThat(first.at("/help/minutesPerWeek").asDouble()).isEqualTo(120.0);
    assertThat(list(world.carla).at("/items/1/state")).isEqualTo("DUE");
    assertThat(tasks(world.vera)).isEmpty();
    record(world.vera, 0, "2025-07-18", "120")
        .refused(409, "CANNOT_RECORD_FOLLOW_UP_WHEN_RECORDED");
    assertThat(
            world.value(
                "select string_agg(record_type || ' ' || version, ', ' order by record_type) from"
                    + " change_log where municipality_id = :m and operation = 'recordFollowUp'"))
        .isEqualTo("follow_up 2, help 1");
  }

  @Test
  void theFirstFollowUpWithMoreHelpRaisesOneTaskAndLaterOnesNone() {
    world.on("2025-07-18");
    record(world.vera, 0, "2025-07-18", "120").ok();
    world.on("2025-10-16");
    record(world.vera, 1, "2025-10-16", "150").ok();
    world.on("2026-04-16");
    record(world.vera, 2, "2026-04-16", "180").ok();

    var tasks = Api.as(world.vera).get("/tasks?state=OPEN").ok();
    assertThat(tasks.json().at("/items")).hasSize(1);
    assertThat(tasks.at("/items/0/kind")).isEqualTo("CONSIDER_NEW_COURSE");
    assertThat(tasks.at("/items/0/courseId")).isEqualTo(course.id().toString());
    assertThat(tasks.at("/items/0/raisedOn")).isEqualTo("2025-10-16");
    assertThat(tasks.at("/items/0/citizen/id")).isEqualTo(course.citizenId().toString());
    assertThat(tasks.at("/items/0/responsible/name")).isEqualTo("Vera Visitator");
  }

  @Test
  void aTaskIsSeenByTheResponsibleVisitatorAndWhoStandsInAndCompletedOnce() {
    world.on("2025-07-18");
    record(world.viggo, 0, "2025-07-18", "150").ok();
    assertThat(tasks(world.viggo)).isEmpty();
    world.sql(
        connection ->
            World.execute(
                connection,
                ("insert into substitution (municipality_id, id, absent_id, substitute_id,"
                     + " author_id, role, from_day, until_day, received_at) values (%d, '%s', '%s',"
                     + " '%s', '%3$s', 'VISITATOR', '2025-07-18', '2025-07-18', now())")
                    .formatted(world.municipality, Ids.next(), world.vera.id(), world.viggo.id())));
    var id = tasks(world.viggo).getFirst();
    assertThat(tasks(world.vera)).isEqualTo(List.of(id));

    Api.as(world.viggo)
        .post("/tasks/" + id + "/completion", Map.of("outcome", "Nyt forløb tilbydes"))
        .ok();
    Api.as(world.vera)
        .post("/tasks/" + id + "/completion", Map.of("outcome", "Nyt forløb tilbydes"))
        .refused(409, "TASK_ALREADY_DONE");
    assertThat(Api.as(world.vera).get("/tasks?state=DONE").ok().at("/items/0/outcome"))
        .isEqualTo("Nyt forløb tilbydes");
    assertThat(Api.as(world.vera).get("/tasks?state=OPEN").ok().json().at("/items")).isEmpty();
    world.on("2025-07-19");
    assertThat(tasks(world.viggo)).isEmpty();
  }

  @Test
  void whatIsRecordedIsKnownAndHeldAfterCompletionAndByToday() {
    world.on("2025-07-18");

    record(world.vera, 0, "2025-04-16", "120").refused(422, "FOLLOW_UP_BEFORE_COMPLETION");
    record(world.vera, 0, "2025-07-19", "120").refused(422, "DATE_IN_FUTURE");
    var body = new HashMap<>(body("2025-07-18", "120"));
    body.put("help", notAssessed());
    Api.as(world.vera).post(path(0, "record"), body).refused(422, "AFTER_MISSING");
  }

  @Test
  void anAnnulledRecordIsDueAgainAndRecordedAnew() {
    world.on("2025-07-18");
    record(world.vera, 0, "2025-07-18", "120").ok();
    var reason = Map.of("reason", "Forkert borger");

    Api.as(world.viggo).post(path(0, "annulment"), reason).refused(403, "NOT_THE_AUTHOR");
    Api.as(world.vera).post(path(0, "annulment"), reason).ok();
    assertThat(list(world.vera).at("/items/0/state")).isEqualTo("DUE");
    assertThat(list(world.vera).json().at("/items/0").has("help")).isFalse();
    Api.as(world.vera)
        .post(path(0, "annulment"), reason)
        .refused(409, "CANNOT_ANNUL_FOLLOW_UP_WHEN_DUE");

    record(world.vera, 0, "2025-07-18", "90").ok();
    assertThat(list(world.vera).json().at("/items/0/help/minutesPerWeek").asDouble())
        .isEqualTo(90.0);
    world.on("2025-07-20");
    Api.as(world.vera).post(path(0, "annulment"), reason).refused(403, "CORRECTION_TOO_LATE");
    Api.as(world.carla).post(path(0, "annulment"), reason).ok();
  }

  @Test
  void aCorrectedAfterRaisesTheTaskThatItShows() {
    world.on("2025-07-18");
    record(world.vera, 0, "2025-07-18", "100").ok();
    assertThat(tasks(world.vera)).isEmpty();

    Api.as(world.carla)
        .post(
            "/courses/" + course.id() + "/revisitation-correction",
            Map.of("after", help("90"), "reason", "Talt to gange"))
        .ok();

    assertThat(tasks(world.vera)).hasSize(1);
  }

  @Test
  void aLaterCourseThatEndsInANursingHomeLeavesNothingToFollowUp() {
    world.on("2025-07-18");
    record(world.vera, 0, "2025-07-18", "120").ok();

    course.change(
        version ->
            version
                .state(CourseState.STOPPED)
                .stopped(LocalDate.parse("2025-07-18"), StopReason.NURSING_HOME, null, 1),
        CourseListener::stopped);

    assertThat(list(world.vera).json().at("/items").findValuesAsText("state"))
        .isEqualTo(List.of("RECORDED", "CANCELLED", "CANCELLED"));
    record(world.vera, 1, "2025-07-18", "120")
        .refused(409, "CANNOT_RECORD_FOLLOW_UP_WHEN_CANCELLED");
  }

  @Test
  void onlyAVisitatorOfTheAreaRecords() {
    world.on("2025-07-18");

    for (var user : List.of(world.anna, world.carla, world.sofie, world.xenia, world.lars)) {
      record(user, 0, "2025-07-18", "120").refused(403, "ROLE_NOT_ALLOWED");
    }
    var southern =
        world.user("signe", "Signe Visitator", dk.genvej.shared.Role.VISITATOR, world.syd);
    record(southern, 0, "2025-07-18", "120").refused(404, "NOT_FOUND");
    Api.as(southern).get("/courses/%s/follow-ups", course.id()).refused(404, "NOT_FOUND");
    Api.as(world.sofie).get("/courses/%s/follow-ups", course.id()).refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.anna).get("/tasks").refused(403, "ROLE_NOT_ALLOWED");
  }

  private Answer record(TestUser user, int which, String heldOn, String minutes) {
    return Api.as(user).post(path(which, "record"), body(heldOn, minutes));
  }

  private static Map<String, Object> body(String heldOn, String minutes) {
    return Map.of("heldOn", heldOn, "help", help(minutes), "result", "CONTINUES");
  }

  private String path(int which, String action) {
    var id =
        world.value(
            "select id from follow_up where course_id = '%s' order by due_on offset %d limit 1"
                .formatted(course.id(), which));
    return "/follow-ups/" + id + "/" + action;
  }

  private Answer list(TestUser user) {
    return Api.as(user).get("/courses/%s/follow-ups", course.id()).ok();
  }

  private List<String> tasks(TestUser visitator) {
    var items = Api.as(visitator).get("/tasks").ok().json().at("/items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.at("/id").asText())
        .toList();
  }
}
