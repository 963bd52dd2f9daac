package dk.genvej.administration;

import static dk.genvej.testing.CourseFixture.aCourse;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaverApiTest {

  private final World world = new World();

  @Test
  void allOpenCoursesOfALeaverGoToAColleagueWithTheAccess() {
    var first = aCourse(world).make();
    var second = aCourse(world).in(CourseState.PLANNING).make();
    var lapsed = aCourse(world).in(CourseState.LAPSED).make();
    world.on("2025-03-31");

    var left = leave(world.carla, world.anna, world.asta.id()).ok();

    assertThat(left.id()).isEqualTo(world.anna.id());
    assertThat(left.version()).isEqualTo(2);
    assertThat(therapistOf(first.courseId())).isEqualTo(world.asta.id() + " 2");
    assertThat(therapistOf(second.courseId())).isEqualTo(world.asta.id() + " 2");
    assertThat(therapistOf(lapsed.courseId())).isEqualTo(world.anna.id() + " 1");
    Api.as(world.asta).get("/citizens/%s", first.citizenId()).ok();
    assertThat(relation(first.courseId(), world.anna)).isEqualTo("2025-03-31");
  }

  @Test
  void eachCourseKeepsWhoHadItAndTellsWhy() {
    var made = aCourse(world).make();

    leave(world.carla, world.anna, world.asta.id()).ok();

    assertThat(
            world.value(
                "select content ->> 'therapist_id' from record_version where version = 1"
                    + " and record_id = '"
                    + made.courseId()
                    + "'"))
        .isEqualTo(world.anna.id().toString());
    assertThat(
            world.value(
                "select string_agg(record_type || ' ' || version || ' ' || coalesce(reason, '-'),"
                    + " ', ' order by record_type, version) from change_log where"
                    + " municipality_id = :m and operation = 'reassignLeaver'"))
        .isEqualTo(
            "app_user 2 Anna fratræder, care_relation 1 -, care_relation 2 -,"
                + " course 2 Anna fratræder");
  }

  @Test
  void aCoordinatorHandsOverInTheirOwnDistrictsOnly() {
    aCourse(world).make();

    leave(world.konrad, world.anna, world.asta.id()).refused(409, "NOTHING_TO_REASSIGN");
    leave(world.anna, world.anna, world.asta.id()).refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void theColleagueIsATherapistAndAnother() {
    aCourse(world).make();

    leave(world.carla, world.anna, world.vera.id()).refused(422, "USER_LACKS_ROLE");
    leave(world.carla, world.anna, Ids.next()).refused(422, "REFERENCE_NOT_FOUND");
    leave(world.carla, world.anna, world.anna.id()).refused(409, "NOTHING_TO_REASSIGN");
    leave(
            world.carla,
            world.user("x", "X", dk.genvej.shared.Role.THERAPIST, world.nord),
            world.asta.id())
        .refused(404, "NOT_FOUND");
  }

  /** The rule of a single reassignment. */
  @Test
  void theColleagueCoversTheCareAreaOfEveryCourseOrNoneIsMoved() {
    var made = aCourse(world).make();

    var refused = leave(world.carla, world.anna, world.bo.id());

    refused.refused(422, "THERAPIST_NOT_IN_CARE_AREA");
    assertThat(refused.at("/violations/0/pointer")).isEqualTo("/toUserId");
    assertThat(therapistOf(made.courseId())).isEqualTo(world.anna.id() + " 1");
  }

  private static Answer leave(TestUser by, TestUser leaver, UUID to) {
    return Api.as(by)
        .post(
            "/users/" + leaver.id() + "/reassignment",
            Map.of("toUserId", to, "reason", "Anna fratræder"));
  }

  private String therapistOf(UUID courseId) {
    return world.value(
        "select therapist_id || ' ' || version from course where id = '" + courseId + "'");
  }

  private String relation(UUID courseId, TestUser user) {
    return world.value(
        "select before_day from care_relation where kind = 'THERAPIST' and course_id = '"
            + courseId
            + "' and scope_id = '"
            + user.id()
            + "'");
  }
}
