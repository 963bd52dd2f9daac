package dk.genvej.overview;

import static dk.genvej.overview.Listed.disclosed;
import static dk.genvej.overview.Listed.ids;
import static dk.genvej.overview.Listed.paged;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MyCoursesApiTest {

  private final World world = new World().on("2025-04-02");
  private final OverviewCourses courses = new OverviewCourses(world);

  @Test
  void myCoursesComeByWhatIsDueNextOverAllCareAreas() {
    var active = courses.started("2025-02-10");
    var visited = courses.started("2025-02-10");
    courses.visit(visited, "PLANNED", "2025-04-04 22:30+00");
    courses.visit(visited, "CANCELLED", "2025-04-03 08:00+00");
    var late = courses.started("2025-01-06");
    var evaluated = courses.started("2025-01-06");
    courses.rows(evaluated).course("state = 'EVALUATED', evaluated_on = '2025-03-31'");
    var referred = CourseFixture.aCourse(world).in(CourseState.REFERRED).make();
    var ended = courses.started("2025-01-06");
    courses.stop(ended, "2025-03-01", "MOVED_AWAY");

    var mine = Api.as(world.anna).get("/courses/mine").ok();

    assertThat(ids(mine)).containsExactly(ids(referred, late, visited, active, evaluated));
    assertThat(dues(mine))
        .containsExactly(
            "2025-01-13 PLAN false",
            "2025-03-31 TWELVE_WEEK_EVALUATION true",
            "2025-04-05 VISIT false",
            "2025-05-05 TWELVE_WEEK_EVALUATION false",
            "  false");
    assertThat(mine.at("/items/1/citizen/name")).isEqualTo("Inger Opdigtet");
    assertThat(mine.at("/items/1/careArea/name")).isEqualTo("Nord 1");
    assertThat(disclosed(world, "listMyCourses")).isEqualTo("5");
  }

  @Test
  void aColleaguesCoursesAreNotMineUntilIStandInForThem() {
    var annas = courses.started("2025-02-10");
    assertThat(ids(Api.as(world.asta).get("/courses/mine").ok())).isEmpty();
    assertThat(ids(Api.as(world.bo).get("/courses/mine").ok())).isEmpty();

    world.sql(
        connection ->
            World.execute(
                connection,
                "insert into substitution (municipality_id, id, absent_id, substitute_id,"
                    + " author_id, role, from_day, until_day, received_at)"
                    + " values (%d, '%s', '%s', '%s', '%3$s',"
                        .formatted(world.municipality, Ids.next(), world.anna.id(), world.asta.id())
                    + " 'THERAPIST', '2025-04-01', '2025-04-03', now())"));

    assertThat(ids(Api.as(world.asta).get("/courses/mine").ok())).containsExactly(ids(annas));
    world.on("2025-04-04");
    assertThat(ids(Api.as(world.asta).get("/courses/mine").ok())).isEmpty();
  }

  @Test
  void pagesHoldEveryCourseOnceWhereManyAreDueTheSameDay() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      all.add(courses.started("2025-02-10").courseId().toString());
    }

    assertThat(paged(world.anna, "/courses/mine?limit=2")).containsExactlyElementsOf(all);
  }

  @Test
  void myCoursesAreForTherapists() {
    for (var user : List.of(world.sofie, world.vera, world.carla, world.lars)) {
      Api.as(user).get("/courses/mine").refused(403, "ROLE_NOT_ALLOWED");
    }
  }

  @Test
  void myCoursesCostTheSameHoweverMany() {
    var anna = Api.as(world.anna);
    courses.started("2025-02-10");
    anna.get("/courses/mine").ok();
    var few = QueryCount.during(() -> anna.get("/courses/mine").ok());
    for (int i = 0; i < 4; i++) {
      courses.visit(courses.started("2025-02-10"), "PLANNED", "2025-04-05 08:00+00");
    }

    var many = QueryCount.during(() -> anna.get("/courses/mine").ok());

    assertThat(many).isEqualTo(few).filteredOn(sql -> sql.contains("from course c")).hasSize(1);
  }

  private static List<String> dues(Answer page) {
    var found = new ArrayList<String>();
    page.json()
        .at("/items")
        .forEach(
            item ->
                found.add(
                    item.path("nextDueOn").asText()
                        + " "
                        + item.path("nextDueKind").asText()
                        + " "
                        + item.path("overdue").asText()));
    return found;
  }
}
