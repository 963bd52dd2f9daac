package dk.genvej.evaluation;

import static dk.genvej.testing.StartedCourse.help;
import static dk.genvej.testing.StartedCourse.notAssessed;
import static dk.genvej.testing.StartedCourse.revisitation;
import static dk.genvej.testing.StartedCourse.started;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.StartedCourse;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisitationApiTest {

  private static final String OUTCOME =
      "state, completed_on, category, category_reason, degree_of_help, saved_minutes";

  private final World world = new World();

  /** S1 without notifications, scores and the central record. */
  @Test
  void ingerHasLessHelpAndThreeFollowUps() {
    var course =
        started(world, "2025-01-20", "420.0")
            .evaluatedOn("2025-04-14")
            .revisitedOn("2025-04-16", "120");

    assertThat(course.look(OUTCOME)).isEqualTo("COMPLETED 2025-04-16 LESS_HELP 28.6 300.0");
    assertThat(followUps(course)).isEqualTo(List.of("2025-07-16", "2025-10-16", "2026-04-16"));
  }

  /** S2 without notifications: met early, and still not completed before its evaluation. */
  @Test
  void hansIsSelfReliantAndNotClosedBeforeHisEvaluation() {
    var course = started(world, "2025-02-03", "82.5");
    world.on("2025-03-31");

    var refused =
        revisit(world.vera, course, revisitation("2025-03-31", "0"))
            .refused(409, "CANNOT_COMPLETE_WHEN_ACTIVE");
    assertThat(refused.at("/title")).isEqualTo("12-ugers evaluering mangler");

    course.evaluatedOn("2025-04-28").revisitedOn("2025-04-30", "0");
    assertThat(course.look(OUTCOME)).isEqualTo("COMPLETED 2025-04-30 SELF_RELIANT 0.0 82.5");
  }

  /** S3 without notifications and scores. */
  @Test
  void kirstenIsUnchangedAndPoulHasMore() {
    var kirsten =
        started(world, "2025-02-10", "600.0")
            .evaluatedOn("2025-05-05")
            .revisitedOn("2025-05-06", "600");
    assertThat(kirsten.look(OUTCOME)).isEqualTo("COMPLETED 2025-05-06 UNCHANGED 100.0 0.0");

    var poul =
        started(world, "2025-02-17", "300.0")
            .evaluatedOn("2025-05-12")
            .revisitedOn("2025-05-13", "390");
    assertThat(poul.look(OUTCOME)).isEqualTo("COMPLETED 2025-05-13 MORE_HELP 130.0 -90.0");
  }

  @Test
  void withoutAShadowThereIsAReasonInsteadOfFigures() {
    var course =
        started(world, "2025-01-20", null)
            .evaluatedOn("2025-04-14")
            .revisitedOn("2025-04-16", "60");

    assertThat(course.look(OUTCOME))
        .isEqualTo("COMPLETED 2025-04-16 NOT_COMPUTABLE SHADOW_MISSING");
  }

  /** S19's clamp: the February of one does not carry on to May. */
  @Test
  void followUpsAreClampedToTheLastDayOfTheirMonth() {
    var course =
        started(world, "2025-09-01", "420.0")
            .evaluatedOn("2025-11-24")
            .revisitedOn("2025-11-30", "120");

    assertThat(followUps(course)).isEqualTo(List.of("2026-02-28", "2026-05-30", "2026-11-30"));
  }

  @Test
  void afterIsKnownAndDecidedFromTheEvaluationToToday() {
    var course = started(world, "2025-01-20", "420.0").evaluatedOn("2025-04-14");
    world.on("2025-04-16");

    revisit(world.vera, course, revisitation("2025-04-13", "120"))
        .refused(422, "REVISITATION_BEFORE_EVALUATION");
    revisit(world.vera, course, revisitation("2025-04-17", "120")).refused(422, "DATE_IN_FUTURE");
    var unknown = new HashMap<>(revisitation("2025-04-16", "120"));
    unknown.put("after", notAssessed());
    var refused = revisit(world.vera, course, unknown).refused(422, "AFTER_MISSING");
    assertThat(refused.at("/violations/0/pointer")).isEqualTo("/after");
    unknown.put("after", Map.of("basis", "MINUTES", "notAssessed", false));
    revisit(world.vera, course, unknown).refused(422, "HELP_FIGURE_INCOMPLETE");
    assertThat(course.look("state")).isEqualTo("EVALUATED");
  }

  @Test
  void aCourseAtRestIsNotCompletedAndOneIsCompletedOnce() {
    var resting = started(world, "2025-01-20", "420.0", CourseState.PAUSED);
    world.on("2025-04-16");
    revisit(world.vera, resting, revisitation("2025-04-16", "120"))
        .refused(409, "CANNOT_COMPLETE_WHEN_PAUSED");

    var course = started(world, "2025-01-20", "420.0").evaluatedOn("2025-04-16");
    var vera = Api.as(world.vera).mutation(Ids.next());
    var body = revisitation("2025-04-16", "120");
    var first = vera.post("/courses/" + course.id() + "/revisitation", body).created();
    assertThat(first.id()).isEqualTo(body.get("id"));
    assertThat(vera.post("/courses/" + course.id() + "/revisitation", body).created().text())
        .isEqualTo(first.text());
    revisit(world.vera, course, revisitation("2025-04-16", "120"))
        .refused(409, "CANNOT_COMPLETE_WHEN_COMPLETED");
  }

  @Test
  void aVisitatorDecidesAndNobodyElse() {
    var course = started(world, "2025-01-20", "420.0").evaluatedOn("2025-04-14");
    var body = revisitation("2025-04-14", "120");

    for (var user :
        List.of(world.anna, world.carla, world.sofie, world.nils, world.xenia, world.lars)) {
      revisit(user, course, body).refused(403, "ROLE_NOT_ALLOWED");
    }
    var southern =
        world.user("signe", "Signe Visitator", dk.genvej.shared.Role.VISITATOR, world.syd);
    revisit(southern, course, body).refused(404, "NOT_FOUND");
    Api.as(southern)
        .post("/courses/" + course.id() + "/revisitation-correction", correction("150"))
        .refused(404, "NOT_FOUND");
  }

  @Test
  void aCorrectedAfterIsANewVersionAndTheFiguresFollow() {
    var course =
        started(world, "2025-01-20", "420.0")
            .evaluatedOn("2025-04-14")
            .revisitedOn("2025-04-16", "120");

    correct(world.viggo, course, "150").refused(403, "NOT_THE_AUTHOR");
    assertThat(correct(world.vera, course, "150").ok().version()).isEqualTo(2);
    assertThat(course.look(OUTCOME)).isEqualTo("COMPLETED 2025-04-16 LESS_HELP 35.7 270.0");

    world.on("2025-04-17", "10:01");
    correct(world.vera, course, "0").refused(403, "CORRECTION_TOO_LATE");
    correct(world.carla, course, "0").ok();
    assertThat(course.look(OUTCOME)).isEqualTo("COMPLETED 2025-04-16 SELF_RELIANT 0.0 420.0");
    assertThat(followUps(course)).isEqualTo(List.of("2025-07-16", "2025-10-16", "2026-04-16"));
    Api.as(world.carla)
        .post(
            "/courses/" + course.id() + "/revisitation-correction",
            Map.of("after", notAssessed(), "reason", "Kendes ikke"))
        .refused(422, "AFTER_MISSING");
    assertThat(
            world.value(
                "select string_agg(record_type || ' ' || version || ' ' || reason, ', ' order by"
                    + " received_at, record_type) from change_log where municipality_id = :m and"
                    + " operation = 'correctRevisitation'"))
        .isEqualTo(
            "course 4 Talt to gange, help 2 Talt to gange, course 5 Talt to gange, help 3 Talt to"
                + " gange");
  }

  @Test
  void thereIsNothingToCorrectBeforeTheRevisitation() {
    var course = started(world, "2025-01-20", "420.0").evaluatedOn("2025-04-14");

    correct(world.vera, course, "150").refused(409, "REVISITATION_MISSING");
  }

  private Answer revisit(TestUser user, StartedCourse course, Map<String, Object> body) {
    return Api.as(user).post("/courses/" + course.id() + "/revisitation", body);
  }

  private Answer correct(TestUser user, StartedCourse course, String after) {
    return Api.as(user)
        .post("/courses/" + course.id() + "/revisitation-correction", correction(after));
  }

  private static Map<String, Object> correction(String after) {
    return Map.of("after", help(after), "reason", "Talt to gange");
  }

  private List<String> followUps(StartedCourse course) {
    return Api.as(world.vera)
        .get("/courses/%s/follow-ups", course.id())
        .ok()
        .json()
        .at("/items")
        .findValuesAsText("dueOn");
  }
}
