package dk.genvej.evaluation;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.StartedCourse;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.Map;

/** Evaluations as the therapist sends and reads them, and what they leave behind. */
final class EvaluationSteps {

  private final World world;

  EvaluationSteps(World world) {
    this.world = world;
  }

  Answer list(TestUser user, StartedCourse course) {
    return Api.as(user).get("/courses/%s/evaluations", course.id()).ok();
  }

  Answer interim(TestUser user, StartedCourse course, String day) {
    return Api.as(user)
        .post(
            "/courses/" + course.id() + "/evaluations",
            Map.of(
                "id",
                Ids.next(),
                "evaluatedOn",
                day,
                "goals",
                course.statuses("ACHIEVED", "ACHIEVED", "ACHIEVED")));
  }

  Answer submit(StartedCourse course, String day) {
    return submit(course, course.submission(day));
  }

  Answer submit(StartedCourse course, Map<String, Object> body) {
    return Api.as(world.anna).post("/evaluations/" + course.evaluation() + "/submission", body);
  }

  String goals() {
    return world.value(
        "select string_agg(status || ' ' || version, ', ' order by id) from goal where"
            + " municipality_id = :m");
  }

  String log(String operation) {
    return world.value(
        "select string_agg(record_type || ' ' || version, ', ' order by record_type) from"
            + " change_log where municipality_id = :m and operation = '"
            + operation
            + "'");
  }
}
