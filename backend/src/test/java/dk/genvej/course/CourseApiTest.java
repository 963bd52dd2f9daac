package dk.genvej.course;

import static dk.genvej.course.CourseState.ACTIVE;
import static dk.genvej.course.CourseState.COMPLETED;
import static dk.genvej.course.CourseState.PLANNING;
import static dk.genvej.course.CourseState.REFERRED;
import static dk.genvej.course.CourseState.STOPPED;
import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourseApiTest {

  private final World world = new World();
  private final Api vera = Api.as(world.vera);
  private final Api anna = Api.as(world.anna);
  private final Api carla = Api.as(world.carla);

  // ---- the course begins

  /** R28, R41. */
  @Test
  void aCourseBeginsWithItsTherapistWhoSeesItAtOnce() {
    var inger = suitable();
    anna.get("/referrals/%s", inger.referralId).refused(404, "NOT_FOUND");

    inger.referred(world.anna);
    var seen = anna.get("/courses/%s", inger.courseId).ok();

    assertThat(seen.at("/state")).isEqualTo("REFERRED");
    assertThat(seen.at("/citizen/name")).isEqualTo("Inger Opdigtet");
    assertThat(seen.at("/therapist/name")).isEqualTo("Anna Terapeut");
    assertThat(seen.at("/tovholder/name")).isEqualTo("Anna Terapeut");
    assertThat(seen.at("/careArea/name")).isEqualTo("Nord 1");
    assertThat(seen.at("/legalBasis")).isEqualTo("SEL_83A");
    assertThat(seen.at("/referredOn")).isEqualTo("2025-01-13");
    assertThat(seen.at("/shadow/minutesPerWeek")).isEqualTo("420.0");
    assertThat(seen.at("/before/minutesPerWeek")).isEqualTo("90.0");
    assertThat(seen.at("/assignments/0/from")).isEqualTo("2025-01-13");
    assertThat(vera.get("/referrals/%s", inger.referralId).ok().at("/state")).isEqualTo("REFERRED");
    assertThat(vera.get("/referrals/%s", inger.referralId).ok().at("/courseId"))
        .isEqualTo(inger.courseId.toString());
    Api.as(world.asta).get("/courses/%s", inger.courseId).ok();
    Api.as(world.bo).get("/courses/%s", inger.courseId).refused(404, "NOT_FOUND");
  }

  @Test
  void anotherPersonMayBeTovholderAndThenHasTheCourseToo() {
    var inger = suitable();
    var body =
        Map.of(
            "courseId",
            inger.courseId,
            "therapistId",
            world.anna.id(),
            "tovholderId",
            world.bo.id());

    vera.post("/referrals/" + inger.referralId + "/course", body).created();

    assertThat(Api.as(world.bo).get("/courses/%s", inger.courseId).ok().at("/tovholder/name"))
        .isEqualTo("Bo Terapeut");
  }

  @Test
  void theTherapistIsOneOfTheCitizensCareArea() {
    var inger = suitable();

    refer(inger, world.bo.id()).refused(422, "THERAPIST_NOT_IN_CARE_AREA");
    refer(inger, world.vera.id()).refused(422, "USER_LACKS_ROLE");
    refer(inger, Ids.next()).refused(422, "REFERENCE_NOT_FOUND");
    assertThat(world.value("select count(*) from course where municipality_id = :m"))
        .isEqualTo("0");
    assertThat(vera.get("/referrals/%s", inger.referralId).ok().at("/state")).isEqualTo("SUITABLE");
  }

  @Test
  void aTherapistOfTheWholeDistrictCoversItsCareAreas() {
    var nora = world.user("nora", "Nora Terapeut", dk.genvej.shared.Role.THERAPIST, world.nord);
    Api.as(nora).get("/me").ok();

    refer(suitable(), nora.id()).created();
  }

  /** O14. */
  @Test
  void aCitizenHasOneOpenCourseAtATime() {
    var inger = suitable().referred(world.anna);
    var again = new Story(world, inger.citizenId).contact("2025-01-13").foundSuitable("2025-01-13");

    refer(again, world.anna.id()).refused(409, "COURSE_ALREADY_OPEN");
    refer(inger, world.anna.id()).refused(409, "CANNOT_REFER_REFERRAL_WHEN_REFERRED");
    var open = new Story(world, inger.citizenId).contact("2025-01-13");
    refer(open, world.anna.id()).refused(409, "CANNOT_REFER_REFERRAL_WHEN_OPEN");
  }

  // ---- start

  /** S1: start Monday 20 January, due Monday 14 April over the change to summer time. */
  @Test
  void aCourseIsDue84DaysAfterItsStart() {
    world.on("2025-01-20");
    var made = make(PLANNING);
    vera.post(
            "/citizens/" + made.citizenId() + "/serving-units",
            Map.of("id", Ids.next(), "unitId", world.nordTeam, "from", "2025-01-13"))
        .created();
    new CourseRows(world, made).ready();

    var receipt = start(made, "2025-01-20").ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(receipt.version()).isEqualTo(2);
    assertThat(seen.at("/state")).isEqualTo("ACTIVE");
    assertThat(seen.at("/startedOn")).isEqualTo("2025-01-20");
    assertThat(seen.at("/dueOn")).isEqualTo("2025-04-14");
    assertThat(seen.at("/activeDays")).isEqualTo("84");
    assertThat(seen.at("/goals/total")).isEqualTo("1");
    assertThat(seen.at("/conditions/0/display")).isEqualTo("Personlig pleje");
    assertThat(seen.at("/plan/citizensWords")).isEqualTo("Jeg vil selv gå i bad");
    assertThat(
            world.value(
                "select lives_alone_at_start || ' ' || (serving_unit_at_start = '%s') from course where id = '%s'"
                    .formatted(world.nordTeam, made.courseId())))
        .isEqualTo("true true");
  }

  /** R2, R27. */
  @Test
  void allThatIsMissingBeforeTheStartIsToldAtOnce() {
    world.on("2025-01-20");
    var made = CourseFixture.aCourse(world).in(PLANNING).shadow(null).make();
    var rows = new CourseRows(world, made);
    rows.goal(rows.condition(), false);

    var refused = start(made, "2025-01-21").is(409);

    assertThat(refused.json().at("/violations").findValuesAsText("code"))
        .containsExactlyInAnyOrder(
            "PLAN_WITHOUT_AGREED_GOAL",
            "PLAN_WITHOUT_CONDITION_IN_FOCUS",
            "SHADOW_MISSING",
            "START_IN_FUTURE");
    assertThat(state(made)).isEqualTo("PLANNING");
  }

  @Test
  void aStartIsAtMost14DaysBack() {
    world.on("2025-02-03");
    var made = make(PLANNING);
    new CourseRows(world, made).ready();

    start(made, "2025-01-19").refused(422, "START_TOO_FAR_BACK");
    start(made, "2025-01-20").ok();
  }

  @Test
  void theColleagueAndTheVisitatorDoNotStartIt() {
    var made = make(PLANNING);
    new CourseRows(world, made).ready();
    var body = Map.of("startedOn", "2025-01-13");
    var path = "/courses/" + made.courseId() + "/activation";

    Api.as(world.asta).post(path, body).refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.bo).post(path, body).refused(404, "NOT_FOUND");
    vera.post(path, body).is(403);
    Api.as(world.sofie).post(path, body).is(403);
  }

  /** O3, R82. */
  @Test
  void aCorrectedStartMovesDueAndNotBehindWhatHasHappened() {
    world.on("2025-03-20");
    var made = make(ACTIVE);
    var path = "/courses/" + made.courseId() + "/start-correction";

    carla.post(path, correction("2025-01-06")).ok();
    var seen = carla.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/startedOn")).isEqualTo("2025-01-06");
    assertThat(seen.at("/dueOn")).isEqualTo("2025-03-31");
    carla.post(path, correction("2025-03-21")).refused(422, "START_IN_FUTURE");
    new CourseRows(world, made).openPause("2025-02-01");
    carla.post(path, correction("2025-02-02")).refused(422, "START_AFTER_EVALUATION");
    anna.post(path, correction("2025-01-06")).is(403);
    assertThat(
            world.value(
                "select reason from change_log where municipality_id = :m and operation ="
                    + " 'correctStart'"))
        .isEqualTo("Startede en uge før");
  }

  @Test
  void aStartIsCorrectedOnlyWhereThereIsOne() {
    carla
        .post(
            "/courses/" + make(REFERRED).courseId() + "/start-correction", correction("2025-01-06"))
        .refused(409, "COURSE_NOT_STARTED");
    carla
        .post(
            "/courses/" + make(CourseState.ANNULLED).courseId() + "/start-correction",
            correction("2025-01-06"))
        .refused(409, "COURSE_CLOSED");
  }

  @Test
  void theWeekOfAStopFollowsTheCorrectedStart() {
    world.on("2025-03-20");
    var made = make(STOPPED);

    carla.post("/courses/" + made.courseId() + "/start-correction", correction("2025-01-06")).ok();

    assertThat(carla.get("/courses/%s", made.courseId()).ok().at("/stopWeek")).isEqualTo("6");
  }

  // ---- stop, lapse

  /** S5: day 31 is in week 5. */
  @Test
  void aStopHasItsReasonAndItsWeek() {
    world.on("2025-04-03");
    var made = CourseFixture.aCourse(world).startedOn("2025-03-03").make();

    stop(made, anna, Map.of("reason", "DECLINED", "stoppedOn", "2025-04-03")).ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("STOPPED");
    assertThat(seen.at("/stopWeek")).isEqualTo("5");
    assertThat(seen.at("/stopReason")).isEqualTo("DECLINED");
    assertThat(seen.json().has("category")).isFalse();
    Api.as(world.asta).get("/courses/%s", made.courseId()).refused(404, "NOT_FOUND");
  }

  @Test
  void aStopIsRefusedWithEveryReason() {
    world.on("2025-02-03");
    var made = make(ACTIVE);

    var refused = stop(made, vera, Map.of("reason", "OTHER", "stoppedOn", "2025-01-12")).is(422);

    assertThat(refused.json().at("/violations").findValuesAsText("code"))
        .containsExactlyInAnyOrder("STOP_BEFORE_START", "STOP_NEEDS_TEXT");
    assertThat(refused.json().findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/stoppedOn", "/text");
    stop(made, vera, Map.of("reason", "DIED", "stoppedOn", "2025-02-04"))
        .refused(422, "DATE_IN_FUTURE");
    stop(made, Api.as(world.asta), Map.of("reason", "DIED", "stoppedOn", "2025-02-03"))
        .refused(403, "VERB_NOT_ALLOWED");
  }

  /** S7, variant. */
  @Test
  void aNewCourseMayBeginWhenTheOldOneIsStopped() {
    world.on("2025-04-12");
    var made = CourseFixture.aCourse(world).startedOn("2025-03-10").make();
    stop(made, vera, Map.of("reason", "OTHER", "text", "Ny start", "stoppedOn", "2025-04-12")).ok();

    new Story(world, made.citizenId()).referredTo(world.anna, "2025-04-14");

    assertThat(world.value("select count(*) from course where municipality_id = :m"))
        .isEqualTo("2");
  }

  @Test
  void aCourseThatNeverStartedLapsesAndIsNoDropout() {
    var made = make(PLANNING);

    anna.post("/courses/" + made.courseId() + "/lapse", Map.of("reason", "Vil ikke alligevel"))
        .ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("LAPSED");
    assertThat(seen.at("/lapsedReason")).isEqualTo("Vil ikke alligevel");
    assertThat(seen.json().has("stopWeek")).isFalse();
  }

  // ---- pauses

  /** S7: ten days, 74 active ones, due where it was. */
  @Test
  void aPauseRestsTheCourseAndDoesNotMoveDue() {
    world.on("2025-04-02");
    var made = CourseFixture.aCourse(world).startedOn("2025-03-10").make();
    var pause = pause(made, anna, "2025-04-02", null).created();
    assertThat(state(made)).isEqualTo("PAUSED");
    pause(made, anna, "2025-04-02", null).refused(409, "CANNOT_PAUSE_WHEN_PAUSED");

    world.on("2025-04-12");
    end(made, pause.id(), "2025-04-12").ok();
    var seen = vera.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("ACTIVE");
    assertThat(seen.at("/dueOn")).isEqualTo("2025-06-02");
    assertThat(seen.at("/pausedDays")).isEqualTo("10");
    assertThat(seen.at("/activeDays")).isEqualTo("74");
    assertThat(seen.at("/pauses/0/days")).isEqualTo("10");
    assertThat(seen.at("/pauses/0/until")).isEqualTo("2025-04-12");
  }

  /** O16. */
  @Test
  void aPauseEnteredAfterwardsChangesNoStateAndOverlappingDaysCountOnce() {
    world.on("2025-04-20");
    var made = CourseFixture.aCourse(world).startedOn("2025-03-10").make();

    pause(made, anna, "2025-04-02", "2025-04-12").created();
    pause(made, vera, "2025-04-10", "2025-04-15").created();
    var seen = vera.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("ACTIVE");
    assertThat(seen.version()).isEqualTo(1);
    assertThat(seen.at("/pausedDays")).isEqualTo("13");
  }

  @Test
  void aPauseLiesBetweenStartAndToday() {
    world.on("2025-02-03");
    var made = make(ACTIVE);

    pause(made, anna, "2025-01-12", null).refused(422, "PAUSE_BEFORE_START");
    pause(made, anna, "2025-02-04", null).refused(422, "DATE_IN_FUTURE");
    pause(made, anna, "2025-02-02", "2025-02-01").refused(422, "PERIOD_REVERSED");
    pause(made, Api.as(world.asta), "2025-02-02", null).refused(403, "VERB_NOT_ALLOWED");
    pause(made, Api.as(world.bo), "2025-02-02", null).refused(404, "NOT_FOUND");
  }

  /** R82. */
  @Test
  void anAnnulledPauseIsStruckThroughAndTheStateFollows() {
    world.on("2025-02-03");
    var made = make(ACTIVE);
    var pause = pause(made, anna, "2025-02-02", null).created().id();
    var path = "/courses/" + made.courseId() + "/pauses/" + pause + "/annulment";
    var why = Map.of("reason", "Forkert borger");

    vera.post(path, why).refused(403, "NOT_THE_AUTHOR");
    anna.post(path, why).ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("ACTIVE");
    assertThat(seen.at("/pausedDays")).isEqualTo("0");
    assertThat(seen.at("/pauses/0/annulled/reason")).isEqualTo("Forkert borger");
    assertThat(seen.at("/pauses/0/annulled/by/name")).isEqualTo("Anna Terapeut");
    anna.post(path, why).refused(409, "ALREADY_ANNULLED");
    end(made, pause, "2025-02-03").refused(409, "RECORD_ANNULLED");
  }

  @Test
  void afterADayOnlyACoordinatorAnnulsAPause() {
    world.on("2025-02-03");
    var made = make(ACTIVE);
    var pause = pause(made, anna, "2025-02-02", null).created().id();
    var path = "/courses/" + made.courseId() + "/pauses/" + pause + "/annulment";
    world.on("2025-02-05");

    anna.post(path, Map.of("reason", "Forkert dag")).refused(403, "CORRECTION_TOO_LATE");
    carla.post(path, Map.of("reason", "Forkert dag")).ok();
    assertThat(state(made)).isEqualTo("ACTIVE");
  }

  @Test
  void aPauseOfAnotherCourseIsNotThere() {
    world.on("2025-02-03");
    var pause = pause(make(ACTIVE), anna, "2025-02-02", null).created().id();
    var other = make(CourseState.PAUSED);

    end(other, pause, "2025-02-03").refused(404, "NOT_FOUND");
  }

  // ---- who has it

  /** R39, R41. */
  @Test
  void aReassignmentMovesTheAccessAtOnceAndKeepsTheHistory() {
    var inger = suitable().referred(world.anna);
    world.on("2025-01-20");
    carla.post(assignment(inger.courseId), handOver(world.asta)).ok();

    var seen = Api.as(world.asta).get("/courses/%s", inger.courseId).ok();
    assertThat(seen.at("/therapist/name")).isEqualTo("Asta Terapeut");
    assertThat(seen.at("/tovholder/name")).isEqualTo("Asta Terapeut");
    assertThat(seen.json().at("/assignments")).hasSize(2);
    assertThat(seen.at("/assignments/0/therapist/name")).isEqualTo("Anna Terapeut");
    assertThat(seen.at("/assignments/0/until")).isEqualTo("2025-01-19");
    assertThat(seen.at("/assignments/1/from")).isEqualTo("2025-01-20");
    assertThat(seen.at("/assignments/1/reason")).isEqualTo("Barsel");
    anna.post("/courses/" + inger.courseId + "/lapse", Map.of("reason", "Nej tak"))
        .refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.asta)
        .post("/courses/" + inger.courseId + "/lapse", Map.of("reason", "Nej tak"))
        .ok();
  }

  @Test
  void aReassignmentIsRefusedWhereItChangesNothingOrCannotBe() {
    var made = make(ACTIVE);

    carla
        .post(assignment(made.courseId()), handOver(world.anna))
        .refused(409, "NOTHING_TO_REASSIGN");
    carla
        .post(assignment(made.courseId()), handOver(world.bo))
        .refused(422, "THERAPIST_NOT_IN_CARE_AREA");
    carla
        .post(assignment(make(COMPLETED).courseId()), handOver(world.asta))
        .refused(409, "COURSE_CLOSED");
    Api.as(world.konrad)
        .post(assignment(made.courseId()), handOver(world.asta))
        .refused(404, "NOT_FOUND");
    anna.post(assignment(made.courseId()), handOver(world.asta)).is(403);
  }

  // ---- review, annulment

  /** R38, S11. */
  @Test
  void aCompletedCourseIsSignedOnce() {
    world.on("2025-04-22");
    var made = make(COMPLETED);
    var path = "/courses/" + made.courseId() + "/review";

    carla.post(path, Map.of("comment", "Fint forløb")).ok();
    carla.post(path, Map.of()).refused(409, "CANNOT_REVIEW_WHEN_REVIEWED");
    var seen = carla.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("REVIEWED");
    assertThat(seen.at("/review/by/name")).isEqualTo("Carla Koordinator");
    assertThat(seen.at("/review/comment")).isEqualTo("Fint forløb");
    assertThat(seen.at("/category")).isEqualTo("NOT_COMPUTABLE");
    assertThat(seen.at("/notComputableReason")).isEqualTo("SHADOW_MISSING");
  }

  /** R82. */
  @Test
  void anAnnulledCourseStaysVisibleStruckThrough() {
    var made = make(ACTIVE);

    carla
        .post("/courses/" + made.courseId() + "/annulment", Map.of("reason", "Forkert borger"))
        .ok();
    var seen = anna.get("/courses/%s", made.courseId()).ok();

    assertThat(seen.at("/state")).isEqualTo("ANNULLED");
    assertThat(seen.at("/annulled/reason")).isEqualTo("Forkert borger");
    assertThat(seen.at("/annulled/by/name")).isEqualTo("Carla Koordinator");
    anna.post("/courses/" + made.courseId() + "/annulment", Map.of("reason", "Forkert")).is(403);
  }

  // ---- what every write has

  @Test
  void aRepeatedStopIsDoneOnceAndLeavesOneRowInLogAndEvents() {
    world.on("2025-02-03");
    var made = make(ACTIVE);
    var once = anna.mutation(Ids.next());
    var body = Map.of("reason", "DECLINED", "stoppedOn", "2025-02-03");

    var first = stop(made, once, body).ok();

    assertThat(stop(made, once, body).ok().text()).isEqualTo(first.text());
    assertThat(
            world.value(
                "select count(*) || ' ' || min(kind) from event where municipality_id = :m"
                    + " and record_type = 'course' and version = 2"))
        .isEqualTo("1 CourseStopped");
    assertThat(
            world.value(
                "select count(*) from change_log where municipality_id = :m"
                    + " and operation = 'stopCourse' and record_type = 'course'"))
        .isEqualTo("1");
  }

  @Test
  void careStaffAndLeadersDoNotReadTheCourse() {
    var made = make(ACTIVE);
    for (var other : List.of(world.sofie, world.nils, world.xenia, world.lars, world.adam)) {
      Api.as(other).get("/courses/%s", made.courseId()).is(403);
    }
    Api.as(world.bo).get("/courses/%s", made.courseId()).refused(404, "NOT_FOUND");
    anna.get("/courses/%s", Ids.next()).refused(404, "NOT_FOUND");
  }

  private Story suitable() {
    return new Story(world, aCitizen(world).named("Inger Opdigtet"))
        .contact("2025-01-13")
        .foundSuitable("2025-01-13")
        .help("90", "420");
  }

  private Answer refer(Story story, UUID therapistId) {
    return vera.post(
        "/referrals/" + story.referralId + "/course",
        Map.of("courseId", Ids.next(), "therapistId", therapistId));
  }

  private Made make(CourseState state) {
    return CourseFixture.aCourse(world).in(state).make();
  }

  private Answer start(Made made, String day) {
    return anna.post("/courses/" + made.courseId() + "/activation", Map.of("startedOn", day));
  }

  private static Answer stop(Made made, Api by, Map<String, ?> body) {
    return by.post("/courses/" + made.courseId() + "/stop", body);
  }

  private static Answer pause(Made made, Api by, String from, String until) {
    var body = new java.util.HashMap<String, Object>();
    body.put("id", Ids.next());
    body.put("from", from);
    body.put("reason", "HOSPITAL");
    if (until != null) {
      body.put("until", until);
    }
    return by.post("/courses/" + made.courseId() + "/pauses", body);
  }

  private Answer end(Made made, UUID pause, String until) {
    return anna.post(
        "/courses/" + made.courseId() + "/pauses/" + pause + "/end", Map.of("until", until));
  }

  private static Map<String, Object> correction(String day) {
    return Map.of("startedOn", day, "reason", "Startede en uge før");
  }

  private static String assignment(UUID courseId) {
    return "/courses/" + courseId + "/assignment";
  }

  private static Map<String, Object> handOver(TestUser to) {
    return Map.of("therapistId", to.id(), "tovholderId", to.id(), "reason", "Barsel");
  }

  private String state(Made made) {
    return world.value("select state from course where id = '" + made.courseId() + "'");
  }
}
