package dk.genvej.evaluation;

import static dk.genvej.testing.StartedCourse.started;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationCorrectionApiTest {

  private final World world = new World();
  private final EvaluationSteps evaluations = new EvaluationSteps(world);

  @Test
  void theAuthorCorrectsForADayThenACoordinatorAndNobodyAfterCompletion() {
    var course = started(world, "2025-01-20", "420.0").evaluatedOn("2025-04-14");
    var path = "/evaluations/" + course.evaluation() + "/correction";
    var body = course.submission("2025-04-13");
    body.put("reason", "Forkert dag");
    body.put("goals", course.statuses("ACHIEVED", "ACHIEVED", "ACHIEVED"));

    Api.as(world.anna).ifMatch(2).put(path, body).ok();
    assertThat(course.look("state, evaluated_on")).isEqualTo("EVALUATED 2025-04-13");
    assertThat(evaluations.goals()).isEqualTo("ACHIEVED 2, ACHIEVED 2, ACHIEVED 3");
    assertThat(evaluations.list(world.anna, course).at("/items/0/correctionReason"))
        .isEqualTo("Forkert dag");
    Api.as(world.anna).ifMatch(2).put(path, body).refused(409, "VERSION_STALE");
    Api.as(world.asta).ifMatch(3).put(path, body).refused(403, "NOT_THE_AUTHOR");

    world.on("2025-04-15", "10:01");
    Api.as(world.anna).ifMatch(3).put(path, body).refused(403, "CORRECTION_TOO_LATE");
    Api.as(world.carla).ifMatch(3).put(path, body).ok();
    body.remove("advice");
    Api.as(world.carla).ifMatch(4).put(path, body).refused(422, "EVALUATION_INCOMPLETE");

    course.revisitedOn("2025-04-16", "120");
    Api.as(world.carla).ifMatch(4).put(path, body).refused(409, "EVALUATION_LOCKED");
  }

  @Test
  void anInterimEvaluationIsCorrectedAndIsNoTwelveWeekOne() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-03-03");
    var id = evaluations.interim(world.anna, course, "2025-03-03").created().id();
    var anna = Api.as(world.anna);

    anna.ifMatch(1)
        .put(
            "/evaluations/" + id + "/correction",
            Map.of(
                "evaluatedOn",
                "2025-03-02",
                "levels",
                List.of(),
                "goals",
                List.of(),
                "reason",
                "Forkert dag"))
        .ok();
    anna.ifMatch(2).put("/evaluations/" + id, Map.of()).refused(409, "EVALUATION_NOT_TWELVE_WEEK");
    anna.post("/evaluations/" + id + "/submission", course.submission("2025-03-03"))
        .refused(409, "EVALUATION_NOT_TWELVE_WEEK");
    anna.ifMatch(1)
        .put(
            "/evaluations/" + course.evaluation() + "/correction",
            Map.of(
                "evaluatedOn",
                "2025-03-02",
                "levels",
                List.of(),
                "goals",
                List.of(),
                "reason",
                "Forkert dag"))
        .refused(409, "CANNOT_CORRECT_EVALUATION_WHEN_DUE");
  }
}
