package dk.genvej.evaluation;

import static dk.genvej.testing.StartedCourse.due;
import static dk.genvej.testing.StartedCourse.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.course.CourseListener;
import dk.genvej.course.CourseState;
import dk.genvej.course.StopReason;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.StartedCourse;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationApiTest {

  private final World world = new World();

  @Test
  void aStartedCourseHasExactlyOneTwelveWeekEvaluationDueTwelveWeeksLater() {
    var course = started(world, "2025-01-20", "420.0");

    var listed = list(world.anna, course);

    assertThat(listed.json().at("/items")).hasSize(1);
    assertThat(listed.at("/items/0/kind")).isEqualTo("TWELVE_WEEK");
    assertThat(listed.at("/items/0/state")).isEqualTo("DUE");
    assertThat(listed.at("/items/0/dueOn")).isEqualTo("2025-04-14");
    assertThat(listed.at("/items/0/windowFrom")).isEqualTo("2025-04-07");
    assertThat(listed.at("/items/0/windowUntil")).isEqualTo("2025-04-21");
    assertThat(listed.json().at("/items/0").has("onTime")).isFalse();
    list(world.vera, course);
    list(world.carla, course);
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
  void anInterimEvaluationWithEveryGoalAchievedLeavesTheTwelveWeekOneAlone() {
    var course = started(world, "2025-02-03", "82.5");
    world.on("2025-03-31");

    interim(world.anna, course, "2025-03-31").created();

    var listed = list(world.anna, course);
    assertThat(listed.at("/items/0/kind")).isEqualTo("INTERIM");
    assertThat(listed.at("/items/0/state")).isEqualTo("SUBMITTED");
    assertThat(listed.at("/items/1/state")).isEqualTo("DUE");
    assertThat(listed.at("/items/1/dueOn")).isEqualTo("2025-04-28");
    assertThat(course.look("state")).isEqualTo("ACTIVE");
    assertThat(goals()).isEqualTo("ACHIEVED 2, ACHIEVED 2, ACHIEVED 2");
    assertThat(pageThrough(course)).isEqualTo(List.of("INTERIM", "TWELVE_WEEK"));
  }

  @Test
  void anInterimEvaluationIsRefusedBeforeTheStartAndInTheFuture() {
    var course = started(world, "2025-02-03", "82.5");
    world.on("2025-03-31");

    interim(world.anna, course, "2025-02-02").refused(422, "EVALUATION_BEFORE_START");
    interim(world.anna, course, "2025-04-01").refused(422, "DATE_IN_FUTURE");
    var planning = StartedCourse.started(world, "2025-02-03", null);
    planning.change(
        version ->
            version
                .state(CourseState.STOPPED)
                .stopped(LocalDate.parse("2025-03-01"), StopReason.DECLINED, null, 4),
        CourseListener::stopped);
    interim(world.anna, planning, "2025-02-28").refused(409, "COURSE_CLOSED");
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

    var listed = list(world.anna, course);
    assertThat(listed.at("/items/0/state")).isEqualTo("DRAFT");
    assertThat(listed.at("/items/0/citizensVoice")).isEqualTo("Det går godt");
    course.evaluatedOn("2025-04-14");
    anna.ifMatch(3).put(path, Map.of()).refused(409, "CANNOT_SAVE_EVALUATION_WHEN_SUBMITTED");
    assertThat(list(world.anna, course).at("/items/0/version")).isEqualTo("3");
  }

  @Test
  void aSubmittedEvaluationEvaluatesTheCourseAndCarriesLevelsAndStatuses() {
    var course = started(world, "2025-01-20", "420.0").evaluatedOn("2025-04-14");

    assertThat(course.look("state, evaluated_on")).isEqualTo("EVALUATED 2025-04-14");
    assertThat(list(world.anna, course).at("/items/0/onTime")).isEqualTo("true");
    assertThat(goals()).isEqualTo("ACHIEVED 2, ACHIEVED 2, PARTLY 2");
    assertThat(
            world.value(
                "select concat_ws(' ', c.level, c.level_on, c.version, p.level_at_start,"
                    + " p.level_at_end, p.version) from condition c join course_condition p on"
                    + " p.condition_id = c.id where c.municipality_id = :m"))
        .isEqualTo("1 2025-04-14 2 3 1 2");
    assertThat(log("submitEvaluation"))
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
    submit(course, "2025-04-14").refused(409, "CANNOT_EVALUATE_WHEN_EVALUATED");
  }

  @Test
  void elevenDaysAfterDueIsAcceptedAndNotTimely() {
    var course = started(world, "2025-01-27", "300.0").evaluatedOn("2025-05-02");

    var listed = list(world.anna, course);
    assertThat(listed.at("/items/0/windowFrom")).isEqualTo("2025-04-14");
    assertThat(listed.at("/items/0/windowUntil")).isEqualTo("2025-04-28");
    assertThat(listed.at("/items/0/onTime")).isEqualTo("false");
  }

  @Test
  void eightDaysBeforeDueNeedsAReasonAndSevenDoesNot() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-04-07");

    submit(course, "2025-04-06").refused(422, "EARLY_EVALUATION_NEEDS_REASON");
    var early = course.submission("2025-04-06");
    early.put("earlyReason", "Borgeren rejser til sin datter");
    Api.as(world.anna).post("/evaluations/" + course.evaluation() + "/submission", early).ok();
    assertThat(list(world.anna, course).at("/items/0/onTime")).isEqualTo("false");

    var other = started(world, "2025-01-20", "420.0");
    submit(other, "2025-04-07").ok();
    assertThat(list(world.anna, other).at("/items/0/onTime")).isEqualTo("true");
  }

  @Test
  void everyGoalHasExactlyOneStatusAndOnlyWhatIsTheCoursesOwnIsJudged() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-04-14");
    var body = course.submission("2025-04-14");

    body.put("goals", course.statuses("ACHIEVED", "PARTLY"));
    submit(course, body).refused(422, "EVALUATION_WITHOUT_ALL_GOALS");
    body.put("goals", course.statuses("ACHIEVED", "PARTLY", "PARTLY"));
    body.put("levels", List.of(Map.of("conditionId", course.conditionId, "level", 7)));
    var unknown = submit(course, body).refused(422, "LEVEL_UNKNOWN");
    assertThat(unknown.at("/violations/0/pointer")).isEqualTo("/levels/0/level");
    body.put("levels", List.of(Map.of("conditionId", Ids.next(), "level", 1)));
    submit(course, body).refused(422, "REFERENCE_NOT_FOUND");
    assertThat(course.look("state")).isEqualTo("ACTIVE");
  }

  @Test
  void anEvaluationIsNotSubmittedWhileTheCourseRests() {
    var course = started(world, "2025-01-20", "420.0", CourseState.PAUSED);
    world.on("2025-04-14");

    submit(course, "2025-04-14").refused(409, "CANNOT_EVALUATE_WHEN_PAUSED");
  }

  @Test
  void aPauseOfTenDaysIsShownAndLeavesDueWhereItWas() {
    var course = started(world, "2025-03-10", "300.0");
    world.on("2025-04-14");
    course.pause("2025-04-02", "2025-04-12");

    var listed = list(world.anna, course);

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
    assertThat(list(world.anna, course).at("/items/0/dueOn")).isEqualTo("2025-04-07");

    course.change(
        version ->
            version
                .state(CourseState.STOPPED)
                .stopped(LocalDate.parse("2025-02-01"), StopReason.DECLINED, null, 3),
        CourseListener::stopped);
    assertThat(list(world.anna, course).at("/items/0/state")).isEqualTo("CANCELLED");
    submit(course, "2025-02-01").refused(409, "CANNOT_EVALUATE_WHEN_STOPPED");
  }

  @Test
  void theAuthorCorrectsForADayThenACoordinatorAndNobodyAfterCompletion() {
    var course = started(world, "2025-01-20", "420.0").evaluatedOn("2025-04-14");
    var path = "/evaluations/" + course.evaluation() + "/correction";
    var body = course.submission("2025-04-13");
    body.put("reason", "Forkert dag");
    body.put("goals", course.statuses("ACHIEVED", "ACHIEVED", "ACHIEVED"));

    Api.as(world.anna).ifMatch(2).put(path, body).ok();
    assertThat(course.look("state, evaluated_on")).isEqualTo("EVALUATED 2025-04-13");
    assertThat(goals()).isEqualTo("ACHIEVED 2, ACHIEVED 2, ACHIEVED 3");
    assertThat(list(world.anna, course).at("/items/0/correctionReason")).isEqualTo("Forkert dag");
    Api.as(world.anna).ifMatch(2).put(path, body).refused(409, "VERSION_STALE");
    Api.as(world.asta).ifMatch(3).put(path, body).refused(403, "NOT_THE_AUTHOR");

    world.on("2025-04-15", "10:01");
    Api.as(world.anna).ifMatch(3).put(path, body).refused(403, "CORRECTION_TOO_LATE");
    Api.as(world.carla).ifMatch(3).put(path, body).ok();
    body.remove("advice");
    Api.as(world.carla).ifMatch(4).put(path, body).refused(422, "EVALUATION_INCOMPLETE");

    course.revisitedOn("2025-04-16", "120");
    Api.as(world.carla).ifMatch(4).put(path, body).refused(409, "EVALUATION_LOCKED");
  }

  @Test
  void anInterimEvaluationIsCorrectedAndIsNoTwelveWeekOne() {
    var course = started(world, "2025-01-20", "420.0");
    world.on("2025-03-03");
    var id = interim(world.anna, course, "2025-03-03").created().id();
    var anna = Api.as(world.anna);

    anna.ifMatch(1)
        .put(
            "/evaluations/" + id + "/correction",
            Map.of(
                "evaluatedOn",
                "2025-03-02",
                "levels",
                List.of(),
                "goals",
                List.of(),
                "reason",
                "Forkert dag"))
        .ok();
    anna.ifMatch(2).put("/evaluations/" + id, Map.of()).refused(409, "EVALUATION_NOT_TWELVE_WEEK");
    anna.post("/evaluations/" + id + "/submission", course.submission("2025-03-03"))
        .refused(409, "EVALUATION_NOT_TWELVE_WEEK");
    anna.ifMatch(1)
        .put(
            "/evaluations/" + course.evaluation() + "/correction",
            Map.of(
                "evaluatedOn",
                "2025-03-02",
                "levels",
                List.of(),
                "goals",
                List.of(),
                "reason",
                "Forkert dag"))
        .refused(409, "CANNOT_CORRECT_EVALUATION_WHEN_DUE");
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

  private Answer list(TestUser user, StartedCourse course) {
    return Api.as(user).get("/courses/%s/evaluations", course.id()).ok();
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

  private Answer interim(TestUser user, StartedCourse course, String day) {
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

  private Answer submit(StartedCourse course, String day) {
    return submit(course, course.submission(day));
  }

  private Answer submit(StartedCourse course, Map<String, Object> body) {
    return Api.as(world.anna).post("/evaluations/" + course.evaluation() + "/submission", body);
  }

  private String goals() {
    return world.value(
        "select string_agg(status || ' ' || version, ', ' order by id) from goal where"
            + " municipality_id = :m");
  }

  private String log(String operation) {
    return world.value(
        "select string_agg(record_type || ' ' || version, ', ' order by record_type) from"
            + " change_log where municipality_id = :m and operation = '"
            + operation
            + "'");
  }
}
