package dk.genvej.course;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.Rows;
import dk.genvej.testing.World;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanApiTest {

  private static final String EATING = "41c201d5-6d3d-4576-b3d2-510a9b105631";

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
    assertThat(world.versions("plan", course)).isEqualTo("1");
  }

  @Test
  void thePlanIsSavedOnItsOwnVersionAndKeepsEveryEarlierForm() {
    var course = made(CourseState.ACTIVE).courseId();
    var path = "/courses/" + course + "/plan";

    assertThat(
            anna.ifMatch(1)
                .put(path, PlanDrafts.plan("Jeg vil ned til vandet igen"))
                .ok()
                .version())
        .isEqualTo(2);
    var stale =
        anna.ifMatch(1).put(path, PlanDrafts.plan("Noget andet")).refused(409, "VERSION_STALE");

    assertThat(stale.json().at("/currentVersion").asInt()).isEqualTo(2);
    assertThat(one("select citizens_words from plan where id = '%s'", course))
        .isEqualTo("Jeg vil ned til vandet igen");
    assertThat(world.versions("plan", course)).isEqualTo("1,2");
    assertThat(one("select string_agg(kind, ',') from event where record_id = '%s'", course))
        .contains("PlanSaved");
    anna.unjudged().put(path, PlanDrafts.plan("Uden version")).refused(428, "VERSION_MISSING");
  }

  @Test
  void aPlanIsOfAKnownTypeBegunAndOfAnOpenCourse() {
    var active = made(CourseState.ACTIVE).courseId();
    var referred = made(CourseState.REFERRED).courseId();
    var lapsed = made(CourseState.LAPSED).courseId();
    var strange = new HashMap<>(PlanDrafts.plan("Ord"));
    strange.put("interventionType", "NOGET_ANDET");

    anna.ifMatch(1).put("/courses/" + active + "/plan", strange).refused(422, "UNKNOWN_CODE");
    anna.ifMatch(1)
        .put("/courses/" + referred + "/plan", PlanDrafts.plan("Ord"))
        .refused(409, "PLAN_NOT_BEGUN");
    anna.ifMatch(1)
        .put("/courses/" + lapsed + "/plan", PlanDrafts.plan("Ord"))
        .refused(409, "COURSE_CLOSED");
  }

  @Test
  void onlyTheResponsibleTherapistPlans() {
    var course = made(CourseState.ACTIVE).courseId();
    var path = "/courses/" + course + "/plan";

    Api.as(world.asta)
        .ifMatch(1)
        .put(path, PlanDrafts.plan("Ord"))
        .refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.bo).ifMatch(1).put(path, PlanDrafts.plan("Ord")).refused(404, "NOT_FOUND");
    Api.as(world.sofie)
        .ifMatch(1)
        .put(path, PlanDrafts.plan("Ord"))
        .refused(403, "ROLE_NOT_ALLOWED");
    vera.ifMatch(1).put(path, PlanDrafts.plan("Ord")).refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void thePlanStandsStillFromTheEvaluationOn() {
    var made = made(CourseState.ACTIVE);
    Rows.about(world, made).course("state = 'EVALUATED', evaluated_on = '2025-04-07'");
    var path = "/courses/" + made.courseId();

    anna.ifMatch(1).put(path + "/plan", PlanDrafts.plan("Ord")).refused(409, "COURSE_CLOSED");
    anna.ifMatch(0)
        .put(path + "/conditions/" + Ids.next(), PlanDrafts.condition(EATING, 1))
        .refused(409, "COURSE_CLOSED");
    anna.post(path + "/notes", PlanDrafts.note("07:10")).created();
  }

  private Made made(CourseState state) {
    return CourseFixture.aCourse(world).in(state).make();
  }

  private String one(String sql, UUID id) {
    return world.value(sql.formatted(id));
  }
}
