package dk.genvej.overview;

import static dk.genvej.overview.Listed.disclosed;
import static dk.genvej.overview.Listed.ids;
import static dk.genvej.overview.Listed.paged;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.World;
import org.junit.jupiter.api.Test;

class CompletedCoursesApiTest {

  private final World world = new World().on("2025-04-02");
  private final OverviewCourses courses = new OverviewCourses(world);

  @Test
  void aCompletedCourseShowsHelpChangeAndGoals() {
    var made = courses.completed("2025-01-06", "2025-04-02");
    courses.goal(made, "ACHIEVED");
    courses.goal(made, "ACHIEVED");
    courses.goal(made, "PARTLY");
    courses.annul("goal", made, courses.goal(made, "ACHIEVED"));
    courses.copm(made, "BASELINE", "CITIZEN", 4, 4, 5);
    courses.copm(made, "FINAL", "CITIZEN", 5, 5, 7);

    var seen = Api.as(world.carla).get("/courses/completed").ok();

    assertThat(seen.at("/items/0/id")).isEqualTo(made.courseId().toString());
    assertThat(seen.at("/items/0/shadow/minutesPerWeek")).isEqualTo("420.0");
    assertThat(seen.at("/items/0/after/minutesPerWeek")).isEqualTo("120.0");
    assertThat(seen.at("/items/0/after/services/0/service")).isEqualTo("PERSONAL_CARE");
    assertThat(seen.at("/items/0/category")).isEqualTo("LESS_HELP");
    assertThat(seen.at("/items/0/degreeOfHelp")).isEqualTo("28.6");
    assertThat(seen.at("/items/0/onTime")).isEqualTo("true");
    assertThat(seen.at("/items/0/interventionType")).isEqualTo("HVERDAGSREHABILITERING");
    assertThat(seen.json().at("/items/0/goals").toString())
        .isEqualTo("{\"total\":3,\"open\":0,\"achieved\":2,\"partly\":1,\"notAchieved\":0}");
    assertThat(disclosed(world, "listCompletedCourses")).isEqualTo("1");
  }

  @Test
  void theChangeOnAScaleIsExactAndTellsWhetherItMatters() {
    var made = courses.completed("2025-01-06", "2025-04-02");
    courses.copm(made, "BASELINE", "CITIZEN", 4, 4, 5);
    courses.copm(made, "FINAL", "PROXY", 5, 5, 7);
    courses.annul("score", made, courses.copm(made, "FINAL", "CITIZEN", 10, 10, 10));

    var change = Api.as(world.carla).get("/courses/completed").ok().json().at("/items/0/changes/0");

    // 4, 4, 5 to 5, 5, 7: 4.33 to 5.67, and +1.33 from the exact 4/3 (S3).
    assertThat(change.at("/instrument").asText()).isEqualTo("COPM");
    assertThat(change.at("/scale").asText()).isEqualTo("SATISFACTION");
    assertThat(change.at("/matchedItems").asInt()).isEqualTo(3);
    assertThat(change.at("/before").decimalValue()).isEqualByComparingTo("4.33");
    assertThat(change.at("/after").decimalValue()).isEqualByComparingTo("5.67");
    assertThat(change.at("/change").decimalValue()).isEqualByComparingTo("1.33");
    assertThat(change.at("/direction").asText()).isEqualTo("BETTER");
    assertThat(change.at("/meaningful").asBoolean(true)).isFalse();
    assertThat(change.at("/proxyScored").asBoolean()).isTrue();
  }

  @Test
  void completedCoursesAreFilteredByPeriodDistrictTherapistAndSignature() {
    var march = courses.completed("2024-12-16", "2025-03-14");
    var april = courses.completed("2025-01-06", "2025-04-02");
    courses
        .rows(march)
        .course(
            "state = 'REVIEWED', reviewed_at = now(), reviewed_by = '"
                + world.carla.id()
                + "', review_comment = 'Fint forløb'");
    var carla = Api.as(world.carla);

    assertThat(ids(carla.get("/courses/completed").ok())).containsExactly(ids(april, march));
    assertThat(ids(carla.get("/courses/completed?from=2025-03-14&until=2025-03-31").ok()))
        .containsExactly(ids(march));
    assertThat(ids(carla.get("/courses/completed?unsigned=true").ok())).containsExactly(ids(april));
    assertThat(ids(carla.get("/courses/completed?districtId=%s", world.syd).ok())).isEmpty();
    assertThat(ids(carla.get("/courses/completed?districtId=%s", world.nord).ok())).hasSize(2);
    assertThat(ids(carla.get("/courses/completed?therapistId=%s", world.bo.id()).ok())).isEmpty();
    assertThat(carla.get("/courses/completed").at("/items/1/review/by/name"))
        .isEqualTo("Carla Koordinator");
    carla
        .get("/courses/completed?from=2025-04-02&until=2025-04-01")
        .refused(422, "PERIOD_REVERSED");
  }

  @Test
  void aCoordinatorSeesTheOwnDistrictsOnly() {
    courses.completed("2025-01-06", "2025-04-02");
    courses.stop(courses.started("2025-01-06"), "2025-03-01", "DIED");

    assertThat(ids(Api.as(world.konrad).get("/courses/completed").ok())).isEmpty();
    assertThat(ids(Api.as(world.konrad).get("/courses/dropouts").ok())).isEmpty();
    Api.as(world.sofie).get("/courses/completed").refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.anna).get("/courses/completed").refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.sofie).get("/courses/dropouts").refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void completedCoursesCostTheSameHoweverMany() {
    var carla = Api.as(world.carla);
    courses.completed("2025-01-06", "2025-04-02");
    carla.get("/courses/completed").ok();
    var few = QueryCount.during(() -> carla.get("/courses/completed").ok());
    for (int i = 0; i < 4; i++) {
      var made = courses.completed("2025-01-06", "2025-04-02");
      courses.goal(made, "ACHIEVED");
      courses.copm(made, "BASELINE", "CITIZEN", 4, 4, 5);
      courses.copm(made, "FINAL", "CITIZEN", 5, 5, 7);
    }

    var many = QueryCount.during(() -> carla.get("/courses/completed").ok());

    assertThat(many).hasSameSizeAs(few).hasSizeBetween(5, 15);
    assertThat(paged(world.carla, "/courses/completed?limit=2")).hasSize(5).doesNotHaveDuplicates();
  }
}
