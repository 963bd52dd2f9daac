package dk.genvej.course;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.Rows;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanApiTest {

  private static final String PERSONAL_CARE = "feb38b55-c2d7-4d57-99c2-93622eaa0025";
  private static final String EATING = "41c201d5-6d3d-4576-b3d2-510a9b105631";
  private static final String HYGIENE = "2912752c-2e9e-4702-8787-b45f73ff5b05";
  private static final String AELDRELOV = "8dc5f564-b8c6-4aa1-ba34-682d62d15f31";
  private static final String HEADING = "fe266687-9efd-4aea-a37c-49c88632d4f3";

  private final World world = new World();
  private final Api anna = Api.as(world.anna);
  private final Api vera = Api.as(world.vera);

  @Test
  void theTherapistBeginsThePlanOnceAndTheCourseIsInPlanning() {
    var course = made(CourseState.REFERRED).courseId();

    var begun = anna.post("/courses/" + course + "/plan", null).ok();

    assertThat(begun.id()).isEqualTo(course);
    assertThat(begun.version()).isEqualTo(2);
    assertThat(one("select state from course where id = '%s'", course)).isEqualTo("PLANNING");
    assertThat(one("select version || intervention_type from plan where id = '%s'", course))
        .isEqualTo("1HVERDAGSREHABILITERING");
    anna.post("/courses/" + course + "/plan", null).refused(409, "CANNOT_BEGIN_PLAN_WHEN_PLANNING");
  }

  @Test
  void aRepeatedBeginGetsTheFirstAnswer() {
    var course = made(CourseState.REFERRED).courseId();
    var once = anna.mutation(Ids.next());

    var first = once.post("/courses/" + course + "/plan", null).ok();
    var second = once.post("/courses/" + course + "/plan", null).ok();

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(versions("plan", course)).isEqualTo("1");
  }

  @Test
  void thePlanIsSavedOnItsOwnVersionAndKeepsEveryEarlierForm() {
    var course = made(CourseState.ACTIVE).courseId();
    var path = "/courses/" + course + "/plan";

    assertThat(anna.ifMatch(1).put(path, plan("Jeg vil ned til vandet igen")).ok().version())
        .isEqualTo(2);
    var stale = anna.ifMatch(1).put(path, plan("Noget andet")).refused(409, "VERSION_STALE");

    assertThat(stale.json().at("/currentVersion").asInt()).isEqualTo(2);
    assertThat(one("select citizens_words from plan where id = '%s'", course))
        .isEqualTo("Jeg vil ned til vandet igen");
    assertThat(versions("plan", course)).isEqualTo("1,2");
    assertThat(one("select string_agg(kind, ',') from event where record_id = '%s'", course))
        .contains("PlanSaved");
    anna.unjudged().put(path, plan("Uden version")).refused(428, "VERSION_MISSING");
  }

  @Test
  void aPlanIsOfAKnownTypeBegunAndOfAnOpenCourse() {
    var active = made(CourseState.ACTIVE).courseId();
    var referred = made(CourseState.REFERRED).courseId();
    var lapsed = made(CourseState.LAPSED).courseId();
    var strange = new HashMap<>(plan("Ord"));
    strange.put("interventionType", "NOGET_ANDET");

    anna.ifMatch(1).put("/courses/" + active + "/plan", strange).refused(422, "UNKNOWN_CODE");
    anna.ifMatch(1)
        .put("/courses/" + referred + "/plan", plan("Ord"))
        .refused(409, "PLAN_NOT_BEGUN");
    anna.ifMatch(1).put("/courses/" + lapsed + "/plan", plan("Ord")).refused(409, "COURSE_CLOSED");
  }

  @Test
  void onlyTheResponsibleTherapistPlans() {
    var course = made(CourseState.ACTIVE).courseId();
    var path = "/courses/" + course + "/plan";

    Api.as(world.asta).ifMatch(1).put(path, plan("Ord")).refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.bo).ifMatch(1).put(path, plan("Ord")).refused(404, "NOT_FOUND");
    Api.as(world.sofie).ifMatch(1).put(path, plan("Ord")).refused(403, "ROLE_NOT_ALLOWED");
    vera.ifMatch(1).put(path, plan("Ord")).refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void aConditionIsTheCitizensAndFoundAnewOnItsOwnVersion() {
    var made = made(CourseState.ACTIVE);
    var condition = Ids.next();
    var path = "/courses/" + made.courseId() + "/conditions/" + condition;

    assertThat(anna.ifMatch(0).put(path, condition(PERSONAL_CARE, 3)).ok().version()).isOne();
    assertThat(anna.ifMatch(1).put(path, condition(PERSONAL_CARE, 2)).ok().version()).isEqualTo(2);

    assertThat(one("select level || ' ' || version from condition where id = '%s'", condition))
        .isEqualTo("2 2");
    assertThat(
            one(
                "select id || ' ' || expected_level || in_focus || version from course_condition"
                    + " where condition_id = '%s'",
                condition))
        .isEqualTo(ConditionService.aimId(made.courseId(), condition) + " 1true2");
    assertThat(versions("condition", condition)).isEqualTo("1,2");
    anna.ifMatch(1).put(path, condition(PERSONAL_CARE, 1)).refused(409, "VERSION_STALE");
    anna.ifMatch(2).put(path, condition(EATING, 1)).refused(422, "CODE_CANNOT_CHANGE");
  }

  @Test
  void aCitizenHasOneConditionForEachCode() {
    var made = made(CourseState.ACTIVE);
    var path = "/courses/" + made.courseId() + "/conditions/";
    anna.ifMatch(0).put(path + Ids.next(), condition(PERSONAL_CARE, 3)).ok();

    anna.ifMatch(0)
        .put(path + Ids.next(), condition(PERSONAL_CARE, 3))
        .refused(409, "CONDITION_ALREADY_RECORDED");
    anna.ifMatch(4).put(path + Ids.next(), condition(EATING, 3)).refused(404, "NOT_FOUND");
  }

  @Test
  void codeLevelAndDayOfAConditionAreJudged() {
    var path = "/courses/" + made(CourseState.ACTIVE).courseId() + "/conditions/" + Ids.next();
    var first = anna.ifMatch(0);
    var tomorrow = condition(EATING, 2);
    tomorrow.put("recordedOn", "2025-01-14");
    var aim = condition(EATING, 2);
    aim.put("expectedLevel", 9);

    first.put(path, condition(HYGIENE, 2)).refused(422, "UNKNOWN_CODE");
    first.put(path, condition(EATING, 5)).refused(422, "LEVEL_UNKNOWN");
    first.put(path, aim).refused(422, "LEVEL_UNKNOWN");
    first.put(path, tomorrow).refused(422, "DATE_IN_FUTURE");
    first.put(path, condition(EATING, 9)).ok();
  }

  @Test
  void theLevelAtTheStartIsKeptWhateverIsFoundLater() {
    var made = made(CourseState.ACTIVE);
    var condition = Ids.next();
    var path = "/courses/" + made.courseId() + "/conditions/" + condition;
    anna.ifMatch(0).put(path, condition(PERSONAL_CARE, 3)).ok();

    start(made);
    anna.ifMatch(1).put(path, condition(PERSONAL_CARE, 1)).ok();

    assertThat(
            one(
                "select level_at_start || ' ' || version from course_condition"
                    + " where condition_id = '%s'",
                condition))
        .isEqualTo("3 3");
  }

  @Test
  void theVisitatorGrantsByACodeOfTheLawOfTheCourse() {
    var course = made(CourseState.ACTIVE).courseId();
    var grant = Ids.next();
    var path = "/courses/" + course + "/grants/" + grant;
    var local = grant(HYGIENE);
    local.put("localLevel3", Map.of("code", "REHAB-12", "display", "Rehabilitering 12 uger"));

    assertThat(vera.ifMatch(0).put(path, local).ok().version()).isOne();
    var ended = grant(HYGIENE);
    ended.put("state", "COMPLETED");
    assertThat(vera.ifMatch(1).put(path, ended).ok().version()).isEqualTo(2);

    assertThat(
            one(
                "select state || delivery_types::text || legal_basis from care_grant"
                    + " where id = '%s'",
                grant))
        .isEqualTo("COMPLETED[\"INDIVIDUAL\", \"DIGITAL\"]SEL_83A");
    assertThat(
            one(
                "select content->>'level3_code' from record_version where version = 1 and"
                    + " record_id = '%s'",
                grant))
        .isEqualTo("REHAB-12");
    vera.ifMatch(1).put(path, ended).refused(409, "VERSION_STALE");
  }

  @Test
  void headingsForeignCodesAndReversedPeriodsAreNoGrants() {
    var course = made(CourseState.ACTIVE).courseId();
    var path = "/courses/" + course + "/grants/" + Ids.next();
    var first = vera.ifMatch(0);
    var reversed = grant(HYGIENE);
    reversed.put("until", "2025-01-19");

    first.put(path, grant(HEADING)).refused(422, "CODE_NOT_VALID_FOR_LEGAL_BASIS");
    first.put(path, grant(AELDRELOV)).refused(422, "CODE_NOT_VALID_FOR_LEGAL_BASIS");
    first.put(path, grant(PERSONAL_CARE)).refused(422, "UNKNOWN_CODE");
    first.put(path, reversed).refused(422, "PERIOD_REVERSED");
    anna.ifMatch(0).put(path, grant(HYGIENE)).refused(403, "ROLE_NOT_ALLOWED");
    first.put(path, grant(HYGIENE)).ok();
    vera.ifMatch(1)
        .put(path, grant("0b654911-f2b6-47d3-948b-3e9fb315b4c9"))
        .refused(422, "CODE_CANNOT_CHANGE");
  }

  @Test
  void aGrantUnderAeldrelovenIsOfItsOwnCodesFromTheDayTheyHold() {
    var made = made(CourseState.ACTIVE);
    Rows.about(world, made).course("legal_basis = 'AELDRELOVEN_10'");
    var path = "/courses/" + made.courseId() + "/grants/" + Ids.next();
    var first = vera.ifMatch(0);
    var later = grant(AELDRELOV);
    later.put("from", "2025-07-01");
    later.put("until", "2025-09-23");

    first.put(path, grant(HYGIENE)).refused(422, "CODE_NOT_VALID_FOR_LEGAL_BASIS");
    first.put(path, grant(AELDRELOV)).refused(422, "CODE_NOT_VALID_ON_DATE");
    first.put(path, later).ok();
  }

  @Test
  void thePlanStandsStillFromTheEvaluationOn() {
    var made = made(CourseState.ACTIVE);
    Rows.about(world, made).course("state = 'EVALUATED', evaluated_on = '2025-04-07'");
    var path = "/courses/" + made.courseId();

    anna.ifMatch(1).put(path + "/plan", plan("Ord")).refused(409, "COURSE_CLOSED");
    anna.ifMatch(0)
        .put(path + "/conditions/" + Ids.next(), condition(EATING, 1))
        .refused(409, "COURSE_CLOSED");
    anna.post(path + "/notes", note("07:10")).created();
  }

  @Test
  void notesAreOnlyAddedAndReadNewestFirstPageByPage() {
    var course = made(CourseState.ACTIVE).courseId();
    for (var time : List.of("07:10", "07:30", "07:20")) {
      anna.post("/courses/" + course + "/notes", note(time)).created();
    }

    var first = Api.as(world.asta).get("/courses/%s/notes?limit=2", course).ok();
    var next = first.at("/next");
    var rest = Api.as(world.asta).get("/courses/%s/notes?limit=2&cursor=%s", course, next).ok();

    assertThat(first.json().at("/items").findValuesAsText("text"))
        .containsExactly("07:30", "07:20");
    assertThat(rest.json().at("/items").findValuesAsText("text")).containsExactly("07:10");
    assertThat(rest.at("/next")).isIn("", "null");
    Api.as(world.bo).get("/courses/%s/notes", course).refused(404, "NOT_FOUND");
    Api.as(world.sofie).get("/courses/%s/notes", course).refused(403, "ROLE_NOT_ALLOWED");
    anna.get("/courses/%s/notes?cursor=%s", course, "abcd").refused(400, "CURSOR_INVALID");
  }

  @Test
  void aNoteIsOfWhatHasHappenedInAnOpenCourse() {
    var course = made(CourseState.ACTIVE).courseId();
    var lapsed = made(CourseState.LAPSED).courseId();

    anna.post("/courses/" + course + "/notes", note("08:30")).refused(422, "DATE_IN_FUTURE");
    anna.post("/courses/" + lapsed + "/notes", note("07:30")).refused(409, "COURSE_CLOSED");
    Api.as(world.sofie)
        .post("/courses/" + course + "/notes", note("07:30"))
        .refused(404, "NOT_FOUND");
  }

  @Test
  void aWrongNoteIsStruckThroughByItsAuthorForADayAndThenByACoordinator() {
    var course = made(CourseState.ACTIVE).courseId();
    var early = anna.post("/courses/" + course + "/notes", note("07:10")).created().id();
    var late = anna.post("/courses/" + course + "/notes", note("07:20")).created().id();
    var why = Map.of("reason", "Forkert borger");

    Api.as(world.asta).post("/notes/" + early + "/annulment", why).refused(403, "NOT_THE_AUTHOR");
    Api.as(world.bo).post("/notes/" + early + "/annulment", why).refused(404, "NOT_FOUND");
    assertThat(anna.post("/notes/" + early + "/annulment", why).ok().version()).isEqualTo(2);
    anna.post("/notes/" + early + "/annulment", why).refused(409, "ALREADY_ANNULLED");
    world.on("2025-01-15");
    anna.post("/notes/" + late + "/annulment", why).refused(403, "CORRECTION_TOO_LATE");
    Api.as(world.carla).post("/notes/" + late + "/annulment", why).ok();

    var seen = Api.as(world.carla).get("/courses/%s/notes", course).ok();
    assertThat(seen.at("/items/0/text")).isEqualTo("07:20");
    assertThat(seen.at("/items/0/annulled/by/name")).isEqualTo("Carla Koordinator");
    assertThat(seen.at("/items/1/annulled/reason")).isEqualTo("Forkert borger");
    assertThat(one("select reason from change_log where record_id = '%s' and version = 2", late))
        .isEqualTo("Forkert borger");
  }

  @Test
  void everyVersionIsToldInTheChangeLogAndAsAnEvent() {
    var made = made(CourseState.ACTIVE);
    anna.ifMatch(0)
        .put("/courses/" + made.courseId() + "/conditions/" + Ids.next(), condition(EATING, 1))
        .ok();

    var told = "select string_agg(record_type || version, ',' order by record_type) from %s";
    var mine = " where operation = 'putCondition' and citizen_id = '" + made.citizenId() + "'";
    assertThat(world.value(told.formatted("change_log") + mine))
        .isEqualTo("condition1,course_condition1");
    assertThat(
            world.value(
                told.formatted("event")
                    + " where kind like '%ConditionRecorded' and citizen_id = '"
                    + made.citizenId()
                    + "'"))
        .isEqualTo("condition1,course_condition1");
  }

  private Made made(CourseState state) {
    return CourseFixture.aCourse(world).in(state).make();
  }

  private String one(String sql, UUID id) {
    return world.value(sql.formatted(id));
  }

  private String versions(String table, UUID id) {
    return one(
        "select string_agg(version::text, ',' order by version) from record_version where"
            + " record_type = '"
            + table
            + "' and record_id = '%s'",
        id);
  }

  private void start(Made made) {
    var context = TestServer.running().context();
    var who = world.anna;
    context
        .getBean(Transactions.class)
        .command(
            new Identity(who.municipality(), who.subject(), who.name(), who.roles()),
            Envelope.command("fixture", Ids.next(), false),
            TestServer.running().time().now(world.municipality),
            work -> {
              var course =
                  context
                      .getBean(Courses.class)
                      .forWriting(work, made.courseId(), dk.genvej.access.Verb.PLAN);
              context.getBean(ConditionLevelsAtStart.class).started(work, course);
              return course;
            });
  }

  private static Map<String, Object> plan(String words) {
    return Map.of("citizensWords", words, "interventionType", "HVERDAGSREHABILITERING");
  }

  private static Map<String, Object> condition(String code, int level) {
    return new HashMap<>(
        Map.of(
            "code",
            code,
            "level",
            level,
            "expectedLevel",
            1,
            "inFocus",
            true,
            "recordedOn",
            "2025-01-13"));
  }

  private static Map<String, Object> grant(String code) {
    return new HashMap<>(
        Map.of(
            "code",
            code,
            "deliveryTypes",
            List.of("INDIVIDUAL", "DIGITAL"),
            "from",
            "2025-01-20",
            "until",
            "2025-04-14",
            "state",
            "ACTIVE"));
  }

  private static Map<String, Object> note(String time) {
    return Map.of("id", Ids.next(), "text", time, "happenedAt", "2025-01-13T" + time + ":00+00:00");
  }
}
