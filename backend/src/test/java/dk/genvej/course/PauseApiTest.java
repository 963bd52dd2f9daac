package dk.genvej.course;

import static dk.genvej.course.CourseState.ACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PauseApiTest {

  private final World world = new World();
  private final Api vera = Api.as(world.vera);
  private final Api anna = Api.as(world.anna);
  private final Api carla = Api.as(world.carla);

  /** S7: ten days, 74 active ones, due where it was. */
  @Test
  void aPauseRestsTheCourseAndDoesNotMoveDue() {
    world.on("2025-04-02");
    var made = CourseFixture.aCourse(world).startedOn("2025-03-10").make();
    var pause = pause(made, anna, "2025-04-02", null).created();
    assertThat(state(made)).isEqualTo("PAUSED");
    pause(made, anna, "2025-04-02", null).refused(409, "CANNOT_PAUSE_WHEN_PAUSED");

    world.on("2025-04-12");
    end(made, pause.id(), "2025-04-12").ok();
    var seen = vera.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("ACTIVE");
    assertThat(seen.at("/dueOn")).isEqualTo("2025-06-02");
    assertThat(seen.at("/pausedDays")).isEqualTo("10");
    assertThat(seen.at("/activeDays")).isEqualTo("74");
    assertThat(seen.at("/pauses/0/days")).isEqualTo("10");
    assertThat(seen.at("/pauses/0/until")).isEqualTo("2025-04-12");
  }

  /** O16. */
  @Test
  void aPauseEnteredAfterwardsChangesNoStateAndOverlappingDaysCountOnce() {
    world.on("2025-04-20");
    var made = CourseFixture.aCourse(world).startedOn("2025-03-10").make();

    pause(made, anna, "2025-04-02", "2025-04-12").created();
    pause(made, vera, "2025-04-10", "2025-04-15").created();
    var seen = vera.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("ACTIVE");
    assertThat(seen.version()).isEqualTo(1);
    assertThat(seen.at("/pausedDays")).isEqualTo("13");
  }

  @Test
  void aPauseLiesBetweenStartAndToday() {
    world.on("2025-02-03");
    var made = make(ACTIVE);

    pause(made, anna, "2025-01-12", null).refused(422, "PAUSE_BEFORE_START");
    pause(made, anna, "2025-02-04", null).refused(422, "DATE_IN_FUTURE");
    pause(made, anna, "2025-02-02", "2025-02-01").refused(422, "PERIOD_REVERSED");
    pause(made, Api.as(world.asta), "2025-02-02", null).refused(403, "VERB_NOT_ALLOWED");
    pause(made, Api.as(world.bo), "2025-02-02", null).refused(404, "NOT_FOUND");
  }

  /** R82. */
  @Test
  void anAnnulledPauseIsStruckThroughAndTheStateFollows() {
    world.on("2025-02-03");
    var made = make(ACTIVE);
    var pause = pause(made, anna, "2025-02-02", null).created().id();
    var path = "/courses/" + made.courseId() + "/pauses/" + pause + "/annulment";
    var why = Map.of("reason", "Forkert borger");

    vera.post(path, why).refused(403, "NOT_THE_AUTHOR");
    anna.post(path, why).ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("ACTIVE");
    assertThat(seen.at("/pausedDays")).isEqualTo("0");
    assertThat(seen.at("/pauses/0/annulled/reason")).isEqualTo("Forkert borger");
    assertThat(seen.at("/pauses/0/annulled/by/name")).isEqualTo("Anna Terapeut");
    anna.post(path, why).refused(409, "ALREADY_ANNULLED");
    end(made, pause, "2025-02-03").refused(409, "RECORD_ANNULLED");
  }

  @Test
  void afterADayOnlyACoordinatorAnnulsAPause() {
    world.on("2025-02-03");
    var made = make(ACTIVE);
    var pause = pause(made, anna, "2025-02-02", null).created().id();
    var path = "/courses/" + made.courseId() + "/pauses/" + pause + "/annulment";
    world.on("2025-02-05");

    anna.post(path, Map.of("reason", "Forkert dag")).refused(403, "CORRECTION_TOO_LATE");
    carla.post(path, Map.of("reason", "Forkert dag")).ok();
    assertThat(state(made)).isEqualTo("ACTIVE");
  }

  @Test
  void aPauseOfAnotherCourseIsNotThere() {
    world.on("2025-02-03");
    var pause = pause(make(ACTIVE), anna, "2025-02-02", null).created().id();
    var other = make(CourseState.PAUSED);

    end(other, pause, "2025-02-03").refused(404, "NOT_FOUND");
  }

  private Made make(CourseState state) {
    return CourseFixture.aCourse(world).in(state).make();
  }

  private static Answer pause(Made made, Api by, String from, String until) {
    var body = new java.util.HashMap<String, Object>();
    body.put("id", Ids.next());
    body.put("from", from);
    body.put("reason", "HOSPITAL");
    if (until != null) {
      body.put("until", until);
    }
    return by.post("/courses/" + made.courseId() + "/pauses", body);
  }

  private Answer end(Made made, UUID pause, String until) {
    return anna.post(
        "/courses/" + made.courseId() + "/pauses/" + pause + "/end", Map.of("until", until));
  }

  private String state(Made made) {
    return world.value("select state from course where id = '" + made.courseId() + "'");
  }
}
