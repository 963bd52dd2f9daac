package dk.genvej.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.ByHand;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Goals;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GoalApiTest {

  private final World world = new World().on("2025-01-20");
  private final CourseFixture.Made made = CourseFixture.aCourse(world).make();
  private final UUID condition = ByHand.condition(world, made.citizenId());
  private final Api anna = Api.as(world.anna);

  @Test
  void aGoalIsSetAndReadBackInTheCitizensWords() {
    var draft = Goals.draft(condition);

    anna.post(goals(), draft).created();

    var seen = anna.get(goals()).ok();
    assertThat(seen.at("/items/0/citizensWords")).isEqualTo(draft.get("citizensWords"));
    assertThat(seen.at("/items/0/status")).isEqualTo("OPEN");
    assertThat(seen.at("/items/0/targetValue")).isEqualTo("2");
    assertThat(seen.at("/items/0/unit")).isEqualTo("bade om ugen");
    assertThat(seen.at("/items/0/stamp/author/name")).isEqualTo("Anna Terapeut");
    assertThat(seen.json().at("/items/0/annulled").isMissingNode()).isTrue();
  }

  /** S9, the online part: two devices, as two tablets hold the same version. */
  @Test
  void whoSavesOnAnOlderVersionIsToldTheCurrentOneAndNothingIsOverwritten() {
    var draft = Goals.draft(condition);
    var path = "/goals/" + anna.post(goals(), draft).created().id();
    var edit = Goals.edit(draft);
    anna.ifMatch(1).put(path, with(edit, "target", "Klarer tre bade om ugen alene")).ok();
    anna.ifMatch(2).put(path, with(edit, "status", "PARTLY")).ok();

    var theOther = anna.with("Device-Id", Ids.next());
    var four = with(edit, "target", "Klarer alle bade alene");
    var offline = with(edit, "target", "Klarer et bad om ugen alene");
    assertThat(anna.ifMatch(3).put(path, four).ok().version()).isEqualTo(4);
    var stale = theOther.ifMatch(3).put(path, offline).refused(409, "VERSION_STALE");
    assertThat(stale.at("/currentVersion")).isEqualTo("4");
    assertThat(theOther.ifMatch(4).put(path, offline).ok().version()).isEqualTo(5);
    anna.unjudged().put(path, offline).refused(428, "VERSION_MISSING");

    var history = anna.get(path + "/history").ok();
    assertThat(history.json().at("/items").findValuesAsText("version"))
        .containsExactly("5", "4", "3", "2", "1");
    assertThat(history.at("/items/1/target")).isEqualTo("Klarer alle bade alene");
    assertThat(history.at("/items/2/status")).isEqualTo("PARTLY");
    assertThat(history.at("/items/4/target")).isEqualTo(draft.get("target"));
  }

  @Test
  void everyVersionShowsItsThreeTimesAndTheHistoryComesInPages() {
    var draft = Goals.draft(condition);
    var path = "/goals/" + anna.post(goals(), draft).created().id();
    world.on("2025-02-03");
    anna.with("Recorded-At", "2025-02-02T15:05:00+01:00")
        .ifMatch(1)
        .put(path, with(Goals.edit(draft), "status", "ACHIEVED"))
        .ok();

    var first = anna.get(path + "/history?limit=1").ok();
    assertThat(first.at("/items/0/stamp/recordedAt")).startsWith("2025-02-02T15:05");
    assertThat(first.at("/items/0/stamp/happenedAt")).startsWith("2025-02-02T15:05");
    assertThat(first.at("/items/0/stamp/receivedAt")).startsWith("2025-02-03T10:00");
    var next = anna.get(path + "/history?limit=1&cursor=" + first.at("/next")).ok();
    assertThat(next.at("/items/0/version")).isEqualTo("1");
    assertThat(next.json().path("next").isTextual()).isFalse();
    anna.unjudged().get(path + "/history?cursor=bm9uc2Vuc2U").refused(400, "CURSOR_INVALID");
  }

  @Test
  void theGoalsOfACourseComeInPagesOldestFirst() {
    var ids = new UUID[] {goal(), goal(), goal()};

    var first = anna.get(goals() + "?limit=2").ok();
    assertThat(first.at("/items/0/id")).isEqualTo(ids[0].toString());
    var second = anna.get(goals() + "?limit=2&cursor=" + first.at("/next")).ok();
    assertThat(second.json().at("/items")).hasSize(1);
    assertThat(second.at("/items/0/id")).isEqualTo(ids[2].toString());
  }

  @Test
  void whatWasAgreedIsChangedWithTheCitizenOnlyAndAStatusIsTheTherapistsFinding() {
    var draft = Goals.draft(condition);
    var path = "/goals/" + anna.post(goals(), draft).created().id();
    var alone = with(Goals.edit(draft), "agreedWithCitizen", false);

    anna.ifMatch(1)
        .put(path, with(alone, "target", "Klarer alle bade alene"))
        .refused(422, "GOAL_CHANGE_NOT_AGREED");
    anna.ifMatch(1).put(path, with(alone, "targetValue", 7)).refused(422, "GOAL_CHANGE_NOT_AGREED");
    anna.ifMatch(1).put(path, with(alone, "status", "ACHIEVED")).ok();

    assertThat(anna.get(goals()).ok().at("/items/0/agreedWithCitizen")).isEqualTo("true");
    assertThat(anna.get(goals()).ok().at("/items/0/status")).isEqualTo("ACHIEVED");
  }

  @Test
  void aBaselineAfterItsTargetIsRefusedWhenSetAndWhenChanged() {
    var draft = Goals.draft(condition);
    var path = "/goals/" + anna.post(goals(), draft).created().id();
    var backwards = with(Goals.draft(condition), "baselineOn", "2025-04-15");

    var refused = anna.post(goals(), backwards).refused(422, "BASELINE_AFTER_TARGET");
    assertThat(refused.at("/violations/0/pointer")).isEqualTo("/baselineOn");
    anna.ifMatch(1).put(path, Goals.edit(backwards)).refused(422, "BASELINE_AFTER_TARGET");
    anna.post(goals(), with(Goals.draft(condition), "baselineOn", "2025-04-14")).created();
  }

  @Test
  void aGoalBelongsToAConditionOfItsOwnCitizen() {
    var other = CourseFixture.aCourse(world).make();

    var refused =
        anna.post(goals(), Goals.draft(ByHand.condition(world, other.citizenId())))
            .refused(422, "REFERENCE_NOT_FOUND");
    assertThat(refused.at("/violations/0/pointer")).isEqualTo("/conditionId");
  }

  @Test
  void goalsAreSetFromThePlanToTheEvaluation() {
    goalIn(CourseState.REFERRED, 409, "PLAN_NOT_BEGUN");
    goalIn(CourseState.LAPSED, 409, "COURSE_CLOSED");
    var path = "/goals/" + goal();
    ByHand.write(
        world,
        made.citizenId(),
        "update course set state = 'EVALUATED', evaluated_on = '2025-04-14', version = version + 1"
            + " where id = '"
            + made.courseId()
            + "'");

    anna.post(goals(), Goals.draft(condition)).refused(409, "COURSE_CLOSED");
    anna.ifMatch(1).put(path, Goals.edit(Goals.draft(condition))).refused(409, "COURSE_CLOSED");
  }

  @Test
  void aColleagueReadsAGoalAndAnotherDistrictDoesNotKnowIt() {
    var path = "/goals/" + goal();
    var edit = Goals.edit(Goals.draft(condition));

    Api.as(world.asta).get(goals()).ok();
    Api.as(world.asta).ifMatch(1).put(path, edit).refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.bo).get(goals()).refused(404, "NOT_FOUND");
    Api.as(world.bo).get(path + "/history").refused(404, "NOT_FOUND");
    Api.as(world.bo).ifMatch(1).put(path, edit).refused(404, "NOT_FOUND");
    Api.as(world.carla).get(path + "/history").ok();
    Api.as(world.konrad).get(goals()).refused(404, "NOT_FOUND");
    Api.as(world.vera).ifMatch(1).put(path, edit).refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.lars).get(goals()).refused(403, "ROLE_NOT_ALLOWED");
  }

  /** R19. */
  @Test
  void careStaffSeeTheGoalsOfThoseTheirUnitServesAndEditNone() {
    var path = "/goals/" + goal();
    Api.as(world.sofie).get(goals()).refused(404, "NOT_FOUND");
    serve(world.nordTeam);

    for (var user : new dk.genvej.testing.TestUser[] {world.sofie, world.nils}) {
      assertThat(Api.as(user).get(goals()).ok().json().at("/items")).hasSize(1);
      Api.as(user)
          .ifMatch(1)
          .put(path, Goals.edit(Goals.draft(condition)))
          .refused(403, "ROLE_NOT_ALLOWED");
      Api.as(user).get(path + "/history").refused(403, "ROLE_NOT_ALLOWED");
    }
    Api.as(world.xenia).get(goals()).refused(404, "NOT_FOUND");
  }

  /** R82. */
  @Test
  void theAuthorAnnulsForADayAndACoordinatorAfterwards() {
    var mine = "/goals/" + goal();
    var late = "/goals/" + goal();
    var why = Map.of("reason", "Sat på den forkerte borger");

    Api.as(world.asta).post(mine + "/annulment", why).refused(403, "NOT_THE_AUTHOR");
    Api.as(world.bo).post(mine + "/annulment", why).refused(404, "NOT_FOUND");
    anna.post(mine + "/annulment", why).ok();
    anna.post(mine + "/annulment", why).refused(409, "ALREADY_ANNULLED");
    anna.ifMatch(2).put(mine, Goals.edit(Goals.draft(condition))).refused(409, "RECORD_ANNULLED");
    world.on("2025-01-21", "10:01");
    anna.post(late + "/annulment", why).refused(403, "CORRECTION_TOO_LATE");
    Api.as(world.carla).post(late + "/annulment", why).ok();

    var seen = anna.get(goals()).ok();
    assertThat(seen.at("/items/0/annulled/by/name")).isEqualTo("Anna Terapeut");
    assertThat(seen.at("/items/1/annulled/by/name")).isEqualTo("Carla Koordinator");
    assertThat(seen.at("/items/1/annulled/reason")).isEqualTo(why.get("reason"));
  }

  @Test
  void everyVersionIsOnceInTheLogAndOnceAnEventAlsoWhenSentTwice() {
    var draft = Goals.draft(condition);
    var twice = anna.mutation(Ids.next());
    var first = twice.post(goals(), draft).created();
    assertThat(twice.post(goals(), draft).created().text()).isEqualTo(first.text());
    var path = "/goals/" + first.id();
    anna.ifMatch(1).put(path, with(Goals.edit(draft), "status", "PARTLY")).ok();
    anna.post(path + "/annulment", Map.of("reason", "Forkert borger")).ok();

    assertThat(told("kind", "event")).isEqualTo("GoalSet 1, GoalChanged 2, GoalAnnulled 3");
    assertThat(told("coalesce(reason, '-')", "change_log")).isEqualTo("- 1, - 2, Forkert borger 3");
  }

  private String told(String column, String table) {
    return world.value(
        "select string_agg("
            + column
            + " || ' ' || version, ', ' order by version) from "
            + table
            + " where municipality_id = :m and record_type = 'goal'");
  }

  private void goalIn(CourseState state, int status, String code) {
    var course = CourseFixture.aCourse(world).in(state).make();
    anna.post(
            "/courses/" + course.courseId() + "/goals",
            Goals.draft(ByHand.condition(world, course.citizenId())))
        .refused(status, code);
  }

  private void serve(UUID unit) {
    Api.as(world.vera)
        .post(
            "/citizens/" + made.citizenId() + "/serving-units",
            Map.of("id", Ids.next(), "unitId", unit, "from", "2025-01-20"))
        .created();
  }

  private UUID goal() {
    return Goals.set(world.anna, made.courseId(), condition);
  }

  private String goals() {
    return "/courses/" + made.courseId() + "/goals";
  }

  private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
    var changed = new LinkedHashMap<>(all);
    changed.put(name, value);
    return changed;
  }
}
