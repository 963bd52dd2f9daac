package dk.genvej.overview;

import static dk.genvej.overview.Listed.disclosed;
import static dk.genvej.overview.Listed.ids;
import static dk.genvej.overview.Listed.paged;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import org.junit.jupiter.api.Test;

class DropoutsApiTest {

  private final World world = new World().on("2025-04-02");
  private final OverviewCourses courses = new OverviewCourses(world);

  @Test
  void dropoutsAreApartWithReasonAndWeek() {
    var week5 = courses.started("2025-01-13");
    courses.stop(week5, "2025-02-13", "DECLINED");
    var first = courses.started("2025-01-13");
    courses.stop(first, "2025-01-13", "OTHER");
    courses.completed("2025-01-06", "2025-04-02");
    var carla = Api.as(world.carla);

    var seen = carla.get("/courses/dropouts").ok();

    // Day 31 is in week 5, and a stop on the start day is in week 1 (O16).
    assertThat(ids(seen)).containsExactly(ids(week5, first));
    assertThat(seen.at("/items/0/week")).isEqualTo("5");
    assertThat(seen.at("/items/0/reason")).isEqualTo("DECLINED");
    assertThat(seen.at("/items/1/week")).isEqualTo("1");
    assertThat(seen.at("/items/1/text")).isEqualTo("Fortalt i ord");
    assertThat(ids(carla.get("/courses/dropouts?until=2025-01-31").ok()))
        .containsExactly(ids(first));
    assertThat(paged(world.carla, "/courses/dropouts?limit=1")).hasSize(2);
    assertThat(disclosed(world, "listDropouts")).isEqualTo("2");
  }
}
