package dk.genvej.evaluation;

import static dk.genvej.testing.StartedCourse.started;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseListener;
import dk.genvej.course.CourseState;
import dk.genvej.course.StopReason;
import dk.genvej.testing.Api;
import dk.genvej.testing.StartedCourse;
import dk.genvej.testing.World;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterimEvaluationApiTest {

  private final World world = new World();
  private final EvaluationSteps evaluations = new EvaluationSteps(world);

  @Test
  void anInterimEvaluationWithEveryGoalAchievedLeavesTheTwelveWeekOneAlone() {
    var course = started(world, "2025-02-03", "82.5");
    world.on("2025-03-31");

    evaluations.interim(world.anna, course, "2025-03-31").created();

    var listed = evaluations.list(world.anna, course);
    assertThat(listed.at("/items/0/kind")).isEqualTo("INTERIM");
    assertThat(listed.at("/items/0/state")).isEqualTo("SUBMITTED");
    assertThat(listed.at("/items/1/state")).isEqualTo("DUE");
    assertThat(listed.at("/items/1/dueOn")).isEqualTo("2025-04-28");
    assertThat(course.look("state")).isEqualTo("ACTIVE");
    assertThat(evaluations.goals()).isEqualTo("ACHIEVED 2, ACHIEVED 2, ACHIEVED 2");
    assertThat(pageThrough(course)).isEqualTo(List.of("INTERIM", "TWELVE_WEEK"));
  }

  @Test
  void anInterimEvaluationIsRefusedBeforeTheStartAndInTheFuture() {
    var course = started(world, "2025-02-03", "82.5");
    world.on("2025-03-31");

    evaluations.interim(world.anna, course, "2025-02-02").refused(422, "EVALUATION_BEFORE_START");
    evaluations.interim(world.anna, course, "2025-04-01").refused(422, "DATE_IN_FUTURE");
    var planning = StartedCourse.started(world, "2025-02-03", null);
    planning.change(
        version ->
            version
                .state(CourseState.STOPPED)
                .stopped(LocalDate.parse("2025-03-01"), StopReason.DECLINED, null, 4),
        CourseListener::stopped);
    evaluations.interim(world.anna, planning, "2025-02-28").refused(409, "COURSE_CLOSED");
  }

  private List<String> pageThrough(StartedCourse course) {
    var first = Api.as(world.anna).get("/courses/%s/evaluations?limit=1", course.id()).ok();
    var second =
        Api.as(world.anna)
            .get("/courses/%s/evaluations?limit=1&cursor=%s", course.id(), first.at("/next"))
            .ok();
    assertThat(second.json().at("/next").isTextual()).isFalse();
    return List.of(first.at("/items/0/kind"), second.at("/items/0/kind"));
  }
}
