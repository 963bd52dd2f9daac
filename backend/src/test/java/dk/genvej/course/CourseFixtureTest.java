package dk.genvej.course;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.World;
import org.junit.jupiter.api.Test;

class CourseFixtureTest {

  @Test
  void theFixtureIsACourseInItsState() {
    var world = new World();
    var made = CourseFixture.aCourse(world).startedOn("2025-01-13").make();
    assertThat(
            world.value(
                "select state || ' ' || due_on from course where id = '" + made.courseId() + "'"))
        .isEqualTo("ACTIVE 2025-04-07");
  }
}
