package dk.genvej.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import org.junit.jupiter.api.Test;

class PlanningApiTest {

  private final World world = new World().on("2025-04-02");
  private final OverviewCourses courses = new OverviewCourses(world);

  @Test
  void planningHoldsTheNextTwentyEightDaysAndEverythingOverdue() {
    var overdue = courses.started("2025-01-06");
    courses.evaluation(overdue, "2025-03-31");
    var waiting = courses.started("2025-01-06");
    courses.rows(waiting).course("state = 'EVALUATED', evaluated_on = '2025-04-01'");
    var inside = courses.started("2025-02-04");
    courses.evaluation(inside, "2025-04-29");
    var outside = courses.started("2025-02-05");
    courses.evaluation(outside, "2025-04-30");
    var followed = courses.completed("2024-10-07", "2025-01-06");
    courses.followUp(followed, 3, "2025-04-06");
    var vera = Api.as(world.vera);

    var seen = vera.get("/planning").ok();

    assertThat(seen.json().at("/items").findValuesAsText("kind"))
        .containsExactly(
            "EVALUATION_DUE", "REVISITATION_WAITING", "FOLLOW_UP_DUE", "EVALUATION_DUE");
    assertThat(seen.json().at("/items").findValuesAsText("dueOn"))
        .containsExactly("2025-03-31", "2025-04-01", "2025-04-06", "2025-04-29");
    assertThat(seen.at("/items/0/overdue")).isEqualTo("true");
    assertThat(seen.at("/items/2/month")).isEqualTo("3");
    assertThat(seen.at("/items/2/courseId")).isEqualTo(followed.courseId().toString());
    assertThat(seen.at("/items/3/overdue")).isEqualTo("false");
    assertThat(seen.at("/items/3/responsibleVisitator/name")).isEqualTo("Vera Visitator");
    assertThat(vera.get("/planning?from=2025-04-30&until=2025-04-30").ok().at("/items/0/courseId"))
        .isEqualTo(outside.courseId().toString());
    assertThat(vera.get("/planning?kind=FOLLOW_UP_DUE").ok().json().at("/items")).hasSize(1);
    assertThat(vera.get("/planning?limit=3").ok().at("/next")).isNotEmpty();
    vera.get("/planning?from=2025-04-02&until=2025-04-01").refused(422, "PERIOD_REVERSED");
    Api.as(world.sofie).get("/planning").refused(403, "ROLE_NOT_ALLOWED");
  }
}
