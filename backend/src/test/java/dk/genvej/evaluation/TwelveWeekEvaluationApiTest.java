package dk.genvej.evaluation;

import static dk.genvej.testing.StartedCourse.due;
import static dk.genvej.testing.StartedCourse.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.course.CourseListener;
import dk.genvej.course.CourseState;
import dk.genvej.course.StopReason;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwelveWeekEvaluationApiTest {

  private final World world = new World();
  private final EvaluationSteps evaluations = new EvaluationSteps(world);

  @Test
  void aStartedCourseHasExactlyOneTwelveWeekEvaluationDueTwelveWeeksLater() {
    var course = started(world, "2025-01-20", "420.0");

    var listed = evaluations.list(world.anna, course);

    assertThat(listed.json().at("/items")).hasSize(1);
    assertThat(listed.at("/items/0/kind")).isEqualTo("TWELVE_WEEK");
    assertThat(listed.at("/items/0/state")).isEqualTo("DUE");
    assertThat(listed.at("/items/0/dueOn")).isEqualTo("2025-04-14");
    assertThat(listed.at("/items/0/windowFrom")).isEqualTo("2025-04-07");
    assertThat(listed.at("/items/0/windowUntil")).isEqualTo("2025-04-21");
    assertThat(listed.json().at("/items/0").has("onTime")).isFalse();
    evaluations.list(world.vera, course);
    evaluations.list(world.carla, course);
  }

  @Test
  void thereIsNeverASecondOneAndNobodyDeletesIt() {
    var course = started(world, "2025-01-20", "420.0");

    assertThatThrownBy(
            () -> course.change(version -> version.evaluated(null), CourseListener::started))
        .hasStackTraceContaining("evaluation_twelve_week");
    assertThat(world.value("select has_table_privilege('genvej_app', 'evaluation', 'DELETE')"))
        .isEqualTo("f");
  }

  @Test
  void aDraftIsSavedOnItsVersionAndSubmittedAnotherDay() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-04-10");
    var anna = Api.as(world.anna);
    var path = "/evaluations/" + course.evaluation();

    anna.ifMatch(1).put(path, Map.of("citizensVoice", "Det går godt")).ok();
    anna.ifMatch(1).put(path, Map.of()).refused(409, "VERSION_STALE");
    anna.unjudged().put(path, Map.of()).refused(428, "VERSION_MISSING");

    var listed = evaluations.list(world.anna, course);
    assertThat(listed.at("/items/0/state")).isEqualTo("DRAFT");
    assertThat(listed.at("/items/0/citizensVoice")).isEqualTo("Det går godt");
    course.evaluatedOn("2025-04-14");
    anna.ifMatch(3).put(path, Map.of()).refused(409, "CANNOT_SAVE_EVALUATION_WHEN_SUBMITTED");
    assertThat(evaluations.list(world.anna, course).at("/items/0/version")).isEqualTo("3");
  }

  @Test
  void aSubmittedEvaluationEvaluatesTheCourseAndCarriesLevelsAndStatuses() {
    var course = started(world, "2025-01-20", "420.0").evaluatedOn("2025-04-14");

    assertThat(course.look("state, evaluated_on")).isEqualTo("EVALUATED 2025-04-14");
    assertThat(evaluations.list(world.anna, course).at("/items/0/onTime")).isEqualTo("true");
    assertThat(evaluations.goals()).isEqualTo("ACHIEVED 2, ACHIEVED 2, PARTLY 2");
    assertThat(
            world.value(
                "select concat_ws(' ', c.level, c.level_on, c.version, p.level_at_start,"
                    + " p.level_at_end, p.version) from condition c join course_condition p on"
                    + " p.condition_id = c.id where c.municipality_id = :m"))
        .isEqualTo("1 2025-04-14 2 3 1 2");
    assertThat(evaluations.log("submitEvaluation"))
        .isEqualTo(
            "condition 2, course 2, course_condition 2, evaluation 2, goal 2, goal 2, goal 2");
    assertThat(
            world.value(
                "select count(*) from event where municipality_id = :m and kind in"
                    + " ('EvaluationSubmitted', 'CourseEvaluated')"))
        .isEqualTo("2");
  }

  @Test
  void aRepeatedSubmissionGetsTheFirstAnswerAndASecondOneIsRefused() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-04-14");
    var anna = Api.as(world.anna).mutation(Ids.next());
    var path = "/evaluations/" + course.evaluation() + "/submission";

    var first = anna.post(path, course.submission("2025-04-14")).ok();
    var again = anna.post(path, course.submission("2025-04-14")).ok();

    assertThat(again.text()).isEqualTo(first.text());
    evaluations.submit(course, "2025-04-14").refused(409, "CANNOT_EVALUATE_WHEN_EVALUATED");
  }

  @Test
  void elevenDaysAfterDueIsAcceptedAndNotTimely() {
    var course = started(world, "2025-01-27", "300.0").evaluatedOn("2025-05-02");

    var listed = evaluations.list(world.anna, course);
    assertThat(listed.at("/items/0/windowFrom")).isEqualTo("2025-04-14");
    assertThat(listed.at("/items/0/windowUntil")).isEqualTo("2025-04-28");
    assertThat(listed.at("/items/0/onTime")).isEqualTo("false");
  }

  @Test
  void eightDaysBeforeDueNeedsAReasonAndSevenDoesNot() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-04-07");

    evaluations.submit(course, "2025-04-06").refused(422, "EARLY_EVALUATION_NEEDS_REASON");
    var early = course.submission("2025-04-06");
    early.put("earlyReason", "Borgeren rejser til sin datter");
    Api.as(world.anna).post("/evaluations/" + course.evaluation() + "/submission", early).ok();
    assertThat(evaluations.list(world.anna, course).at("/items/0/onTime")).isEqualTo("false");

    var other = started(world, "2025-01-20", "420.0");
    evaluations.submit(other, "2025-04-07").ok();
    assertThat(evaluations.list(world.anna, other).at("/items/0/onTime")).isEqualTo("true");
  }

  @Test
  void everyGoalHasExactlyOneStatusAndOnlyWhatIsTheCoursesOwnIsJudged() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-04-14");
    var body = course.submission("2025-04-14");

    body.put("goals", course.statuses("ACHIEVED", "PARTLY"));
    evaluations.submit(course, body).refused(422, "EVALUATION_WITHOUT_ALL_GOALS");
    body.put("goals", course.statuses("ACHIEVED", "PARTLY", "PARTLY"));
    body.put("levels", List.of(Map.of("conditionId", course.conditionId, "level", 7)));
    var unknown = evaluations.submit(course, body).refused(422, "LEVEL_UNKNOWN");
    assertThat(unknown.at("/violations/0/pointer")).isEqualTo("/levels/0/level");
    body.put("levels", List.of(Map.of("conditionId", Ids.next(), "level", 1)));
    evaluations.submit(course, body).refused(422, "REFERENCE_NOT_FOUND");
    assertThat(course.look("state")).isEqualTo("ACTIVE");
  }

  @Test
  void anEvaluationIsNotSubmittedWhileTheCourseRests() {
    var course = started(world, "2025-01-20", "420.0", CourseState.PAUSED);
    world.on("2025-04-14");

    evaluations.submit(course, "2025-04-14").refused(409, "CANNOT_EVALUATE_WHEN_PAUSED");
  }

  @Test
  void aPauseOfTenDaysIsShownAndLeavesDueWhereItWas() {
    var course = started(world, "2025-03-10", "300.0");
    world.on("2025-04-14");
    course.pause("2025-04-02", "2025-04-12");

    var listed = evaluations.list(world.anna, course);

    assertThat(listed.at("/items/0/dueOn")).isEqualTo("2025-06-02");
    assertThat(listed.at("/items/0/pauses/0/days")).isEqualTo("10");
    assertThat(listed.at("/items/0/pauses/0/until")).isEqualTo("2025-04-12");
    assertThat(listed.at("/items/0/activeDays")).isEqualTo("74");
  }

  @Test
  void aCorrectedStartMovesDueAndAStopCancels() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-02-01");

    course.change(
        version -> version.started(LocalDate.parse("2025-01-13"), due("2025-01-13")),
        CourseListener::startCorrected);
    assertThat(evaluations.list(world.anna, course).at("/items/0/dueOn")).isEqualTo("2025-04-07");

    course.change(
        version ->
            version
                .state(CourseState.STOPPED)
                .stopped(LocalDate.parse("2025-02-01"), StopReason.DECLINED, null, 3),
        CourseListener::stopped);
    assertThat(evaluations.list(world.anna, course).at("/items/0/state")).isEqualTo("CANCELLED");
    evaluations.submit(course, "2025-02-01").refused(409, "CANNOT_EVALUATE_WHEN_STOPPED");
  }

  @Test
  void onlyTheResponsibleTherapistEvaluates() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-04-14");
    var path = "/evaluations/" + course.evaluation() + "/submission";
    var body = course.submission("2025-04-14");

    Api.as(world.asta).post(path, body).refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.bo).post(path, body).refused(404, "NOT_FOUND");
    Api.as(world.vera).post(path, body).refused(403, "ROLE_NOT_ALLOWED");
    for (var user :
        List.of(world.sofie, world.nils, world.xenia, world.lars, world.adam, world.lone)) {
      Api.as(user).post(path, body).refused(403, "ROLE_NOT_ALLOWED");
      Api.as(user).get("/courses/%s/evaluations", course.id()).refused(403, "ROLE_NOT_ALLOWED");
    }
    Api.as(world.bo).get("/courses/%s/evaluations", course.id()).refused(404, "NOT_FOUND");
    Api.as(world.konrad).get("/courses/%s/evaluations", course.id()).refused(404, "NOT_FOUND");
    Api.as(world.asta).get("/courses/%s/evaluations", course.id()).ok();
    assertThat(course.look("state")).isEqualTo("ACTIVE");
  }
}
