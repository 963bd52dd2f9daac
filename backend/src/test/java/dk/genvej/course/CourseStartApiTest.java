package dk.genvej.course;

import static dk.genvej.course.CourseState.ACTIVE;
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
import dk.genvej.testing.Rows;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourseStartApiTest {

  private final World world = new World();
  private final Api vera = Api.as(world.vera);
  private final Api anna = Api.as(world.anna);
  private final Api carla = Api.as(world.carla);

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

  /** S1: start Monday 20 January, due Monday 14 April over the change to summer time. */
  @Test
  void aCourseIsDue84DaysAfterItsStart() {
    world.on("2025-01-20");
    var made = make(PLANNING);
    vera.post(
            "/citizens/" + made.citizenId() + "/serving-units",
            Map.of("id", Ids.next(), "unitId", world.nordTeam, "from", "2025-01-13"))
        .created();
    Rows.about(world, made).ready();

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
    var rows = Rows.about(world, made);
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
    Rows.about(world, made).ready();

    start(made, "2025-01-19").refused(422, "START_TOO_FAR_BACK");
    start(made, "2025-01-20").ok();
  }

  @Test
  void theColleagueAndTheVisitatorDoNotStartIt() {
    var made = make(PLANNING);
    Rows.about(world, made).ready();
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
    Rows.about(world, made).openPause("2025-02-01");
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

  private static Map<String, Object> correction(String day) {
    return Map.of("startedOn", day, "reason", "Startede en uge før");
  }

  private String state(Made made) {
    return world.value("select state from course where id = '" + made.courseId() + "'");
  }
}
