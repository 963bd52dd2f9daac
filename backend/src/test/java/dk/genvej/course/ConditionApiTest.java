package dk.genvej.course;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConditionApiTest {

  private static final String PERSONAL_CARE = "feb38b55-c2d7-4d57-99c2-93622eaa0025";
  private static final String EATING = "41c201d5-6d3d-4576-b3d2-510a9b105631";
  private static final String HYGIENE = "2912752c-2e9e-4702-8787-b45f73ff5b05";

  private final World world = new World();
  private final Api anna = Api.as(world.anna);

  @Test
  void aConditionIsTheCitizensAndFoundAnewOnItsOwnVersion() {
    var made = made(CourseState.ACTIVE);
    var condition = Ids.next();
    var path = "/courses/" + made.courseId() + "/conditions/" + condition;

    assertThat(anna.ifMatch(0).put(path, PlanDrafts.condition(PERSONAL_CARE, 3)).ok().version())
        .isOne();
    assertThat(anna.ifMatch(1).put(path, PlanDrafts.condition(PERSONAL_CARE, 2)).ok().version())
        .isEqualTo(2);

    assertThat(one("select level || ' ' || version from condition where id = '%s'", condition))
        .isEqualTo("2 2");
    assertThat(
            one(
                "select id || ' ' || expected_level || in_focus || version from course_condition"
                    + " where condition_id = '%s'",
                condition))
        .isEqualTo(ConditionService.aimId(made.courseId(), condition) + " 1true2");
    assertThat(world.versions("condition", condition)).isEqualTo("1,2");
    anna.ifMatch(1).put(path, PlanDrafts.condition(PERSONAL_CARE, 1)).refused(409, "VERSION_STALE");
    anna.ifMatch(2).put(path, PlanDrafts.condition(EATING, 1)).refused(422, "CODE_CANNOT_CHANGE");
  }

  @Test
  void aCitizenHasOneConditionForEachCode() {
    var made = made(CourseState.ACTIVE);
    var path = "/courses/" + made.courseId() + "/conditions/";
    anna.ifMatch(0).put(path + Ids.next(), PlanDrafts.condition(PERSONAL_CARE, 3)).ok();

    anna.ifMatch(0)
        .put(path + Ids.next(), PlanDrafts.condition(PERSONAL_CARE, 3))
        .refused(409, "CONDITION_ALREADY_RECORDED");
    anna.ifMatch(4)
        .put(path + Ids.next(), PlanDrafts.condition(EATING, 3))
        .refused(404, "NOT_FOUND");
  }

  @Test
  void codeLevelAndDayOfAConditionAreJudged() {
    var path = "/courses/" + made(CourseState.ACTIVE).courseId() + "/conditions/" + Ids.next();
    var first = anna.ifMatch(0);
    var tomorrow = PlanDrafts.condition(EATING, 2);
    tomorrow.put("recordedOn", "2025-01-14");
    var aim = PlanDrafts.condition(EATING, 2);
    aim.put("expectedLevel", 9);

    first.put(path, PlanDrafts.condition(HYGIENE, 2)).refused(422, "UNKNOWN_CODE");
    first.put(path, PlanDrafts.condition(EATING, 5)).refused(422, "LEVEL_UNKNOWN");
    first.put(path, aim).refused(422, "LEVEL_UNKNOWN");
    first.put(path, tomorrow).refused(422, "DATE_IN_FUTURE");
    first.put(path, PlanDrafts.condition(EATING, 9)).ok();
  }

  @Test
  void theLevelAtTheStartIsKeptWhateverIsFoundLater() {
    var made = made(CourseState.ACTIVE);
    var condition = Ids.next();
    var path = "/courses/" + made.courseId() + "/conditions/" + condition;
    anna.ifMatch(0).put(path, PlanDrafts.condition(PERSONAL_CARE, 3)).ok();

    start(made);
    anna.ifMatch(1).put(path, PlanDrafts.condition(PERSONAL_CARE, 1)).ok();

    assertThat(
            one(
                "select level_at_start || ' ' || version from course_condition"
                    + " where condition_id = '%s'",
                condition))
        .isEqualTo("3 3");
  }

  @Test
  void everyVersionIsToldInTheChangeLogAndAsAnEvent() {
    var made = made(CourseState.ACTIVE);
    anna.ifMatch(0)
        .put(
            "/courses/" + made.courseId() + "/conditions/" + Ids.next(),
            PlanDrafts.condition(EATING, 1))
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
              context.getBean(ConditionLevels.class).started(work, course);
              return course;
            });
  }
}
