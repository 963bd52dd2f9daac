package dk.genvej.course;

import static dk.genvej.course.CourseState.ACTIVE;
import static dk.genvej.course.CourseState.COMPLETED;
import static dk.genvej.course.CourseState.PLANNING;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseEndingApiTest {

  private final World world = new World();
  private final Api vera = Api.as(world.vera);
  private final Api anna = Api.as(world.anna);
  private final Api carla = Api.as(world.carla);

  /** S5: day 31 is in week 5. */
  @Test
  void aStopHasItsReasonAndItsWeek() {
    world.on("2025-04-03");
    var made = CourseFixture.aCourse(world).startedOn("2025-03-03").make();

    stop(made, anna, Map.of("reason", "DECLINED", "stoppedOn", "2025-04-03")).ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("STOPPED");
    assertThat(seen.at("/stopWeek")).isEqualTo("5");
    assertThat(seen.at("/stopReason")).isEqualTo("DECLINED");
    assertThat(seen.json().has("category")).isFalse();
    Api.as(world.asta).get("/courses/%s", made.courseId()).refused(404, "NOT_FOUND");
  }

  @Test
  void aStopIsRefusedWithEveryReason() {
    world.on("2025-02-03");
    var made = make(ACTIVE);

    var refused = stop(made, vera, Map.of("reason", "OTHER", "stoppedOn", "2025-01-12")).is(422);

    assertThat(refused.json().at("/violations").findValuesAsText("code"))
        .containsExactlyInAnyOrder("STOP_BEFORE_START", "STOP_NEEDS_TEXT");
    assertThat(refused.json().findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/stoppedOn", "/text");
    stop(made, vera, Map.of("reason", "DIED", "stoppedOn", "2025-02-04"))
        .refused(422, "DATE_IN_FUTURE");
    stop(made, Api.as(world.asta), Map.of("reason", "DIED", "stoppedOn", "2025-02-03"))
        .refused(403, "VERB_NOT_ALLOWED");
  }

  /** S7, variant. */
  @Test
  void aNewCourseMayBeginWhenTheOldOneIsStopped() {
    world.on("2025-04-12");
    var made = CourseFixture.aCourse(world).startedOn("2025-03-10").make();
    stop(made, vera, Map.of("reason", "OTHER", "text", "Ny start", "stoppedOn", "2025-04-12")).ok();

    new Story(world, made.citizenId()).referredTo(world.anna, "2025-04-14");

    assertThat(world.value("select count(*) from course where municipality_id = :m"))
        .isEqualTo("2");
  }

  @Test
  void aCourseThatNeverStartedLapsesAndIsNoDropout() {
    var made = make(PLANNING);

    anna.post("/courses/" + made.courseId() + "/lapse", Map.of("reason", "Vil ikke alligevel"))
        .ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("LAPSED");
    assertThat(seen.at("/lapsedReason")).isEqualTo("Vil ikke alligevel");
    assertThat(seen.json().has("stopWeek")).isFalse();
  }

  /** R38, S11. */
  @Test
  void aCompletedCourseIsSignedOnce() {
    world.on("2025-04-22");
    var made = make(COMPLETED);
    var path = "/courses/" + made.courseId() + "/review";

    carla.post(path, Map.of("comment", "Fint forløb")).ok();
    carla.post(path, Map.of()).refused(409, "CANNOT_REVIEW_WHEN_REVIEWED");
    var seen = carla.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("REVIEWED");
    assertThat(seen.at("/review/by/name")).isEqualTo("Carla Koordinator");
    assertThat(seen.at("/review/comment")).isEqualTo("Fint forløb");
    assertThat(seen.at("/category")).isEqualTo("NOT_COMPUTABLE");
    assertThat(seen.at("/notComputableReason")).isEqualTo("SHADOW_MISSING");
  }

  /** R82. */
  @Test
  void anAnnulledCourseStaysVisibleStruckThrough() {
    var made = make(ACTIVE);

    carla
        .post("/courses/" + made.courseId() + "/annulment", Map.of("reason", "Forkert borger"))
        .ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("ANNULLED");
    assertThat(seen.at("/annulled/reason")).isEqualTo("Forkert borger");
    assertThat(seen.at("/annulled/by/name")).isEqualTo("Carla Koordinator");
    anna.post("/courses/" + made.courseId() + "/annulment", Map.of("reason", "Forkert")).is(403);
  }

  @Test
  void aRepeatedStopIsDoneOnceAndLeavesOneRowInLogAndEvents() {
    world.on("2025-02-03");
    var made = make(ACTIVE);
    var once = anna.mutation(Ids.next());
    var body = Map.of("reason", "DECLINED", "stoppedOn", "2025-02-03");

    var first = stop(made, once, body).ok();

    assertThat(stop(made, once, body).ok().text()).isEqualTo(first.text());
    assertThat(
            world.value(
                "select count(*) || ' ' || min(kind) from event where municipality_id = :m"
                    + " and record_type = 'course' and version = 2"))
        .isEqualTo("1 CourseStopped");
    assertThat(
            world.value(
                "select count(*) from change_log where municipality_id = :m"
                    + " and operation = 'stopCourse' and record_type = 'course'"))
        .isEqualTo("1");
  }

  private Made make(CourseState state) {
    return CourseFixture.aCourse(world).in(state).make();
  }

  private static Answer stop(Made made, Api by, Map<String, ?> body) {
    return by.post("/courses/" + made.courseId() + "/stop", body);
  }
}
