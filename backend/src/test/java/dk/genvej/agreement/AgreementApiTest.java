package dk.genvej.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgreementApiTest {

  private final World world = new World().on("2025-02-24");
  private final CourseFixture.Made made = CourseFixture.aCourse(world).make();
  private final Api anna = Api.as(world.anna);

  /** S15: three times a week for twelve weeks from 24 February. */
  @Test
  void anAgreementWithHomeCareNamesWhoDoesWhatHowOftenAndWhen() {
    var draft = draft();

    anna.post(agreements(), draft).created();

    var seen = anna.get(agreements()).ok();
    assertThat(seen.at("/items/0/action")).isEqualTo("Gangtræning 10 minutter");
    assertThat(seen.at("/items/0/unit/name")).isEqualTo("Hjemmeplejen Nord");
    assertThat(seen.at("/items/0/actorRole")).isEqualTo("CARE_STAFF");
    assertThat(seen.at("/items/0/timesPerWeek")).startsWith("3");
    assertThat(seen.at("/items/0/from")).isEqualTo("2025-02-24");
    assertThat(seen.at("/items/0/until")).isEqualTo("2025-05-18");
  }

  @Test
  void aChangeIsBasedOnTheVersionThatStandsAndTheOneBeforeIsKept() {
    var draft = draft();
    var path = "/agreements/" + anna.post(agreements(), draft).created().id();
    var edit = edit(draft);

    anna.ifMatch(1).put(path, with(edit, "timesPerWeek", 2.5)).ok();

    var stale = anna.ifMatch(1).put(path, edit).refused(409, "VERSION_STALE");
    assertThat(stale.at("/currentVersion")).isEqualTo("2");
    assertThat(anna.get(agreements()).ok().at("/items/0/timesPerWeek")).isEqualTo("2.5");
    assertThat(
            world.value(
                "select string_agg(content ->> 'times_per_week', ' ' order by version)"
                    + " from record_version where municipality_id = :m"
                    + " and record_type = 'agreement'"))
        .isEqualTo("3.0 2.5");
  }

  @Test
  void anAgreementIsEndedOnceAndNotChangedAfter() {
    var draft = draft();
    var path = "/agreements/" + anna.post(agreements(), draft).created().id();

    anna.post(path + "/end", end("2025-02-23")).refused(422, "PERIOD_REVERSED");
    anna.post(path + "/end", end("2025-05-19")).refused(409, "AGREEMENT_ENDED");
    anna.post(path + "/end", end("2025-03-14")).ok();
    anna.post(path + "/end", end("2025-03-13")).refused(409, "AGREEMENT_ENDED");
    anna.ifMatch(2).put(path, edit(draft)).refused(409, "AGREEMENT_ENDED");

    var seen = anna.get(agreements()).ok();
    assertThat(seen.at("/items/0/until")).isEqualTo("2025-03-14");
    assertThat(seen.at("/items/0/endedReason")).isEqualTo("Går nu selv");
    assertThat(
            world.value(
                "select string_agg(kind || ' ' || version, ', ' order by version) from event"
                    + " where municipality_id = :m and record_type = 'agreement'"))
        .isEqualTo("AgreementMade 1, AgreementEnded 2");
  }

  @Test
  void aPeriodRunsForwardsAndAUnitIsACareTeamOrASupplier() {
    anna.post(agreements(), with(draft(), "until", "2025-02-23")).refused(422, "PERIOD_REVERSED");
    anna.post(agreements(), with(draft(), "until", "2025-02-24")).created();
    var refused =
        anna.post(agreements(), with(draft(), "unitId", world.nordArea))
            .refused(422, "UNIT_KIND_WRONG");
    assertThat(refused.at("/violations/0/pointer")).isEqualTo("/unitId");
    anna.post(agreements(), with(draft(), "unitId", Ids.next()))
        .refused(422, "REFERENCE_NOT_FOUND");
    anna.post(agreements(), with(draft(), "unitId", world.supplierX)).created();
    var relative = with(draft(), "actorRole", "RELATIVE");
    relative.remove("unitId");
    anna.post(agreements(), relative).created();
  }

  @Test
  void agreementsAreMadeFromThePlanToTheEvaluation() {
    var referred = CourseFixture.aCourse(world).in(CourseState.REFERRED).make();
    var lapsed = CourseFixture.aCourse(world).in(CourseState.LAPSED).make();

    anna.post("/courses/" + referred.courseId() + "/agreements", draft())
        .refused(409, "PLAN_NOT_BEGUN");
    anna.post("/courses/" + lapsed.courseId() + "/agreements", draft())
        .refused(409, "COURSE_CLOSED");
  }

  @Test
  void thoseInForceComeFirstInEveryPage() {
    make("2025-02-01", "2025-02-23", "over");
    make("2025-02-25", "2025-03-23", "kommende");
    make("2025-02-20", "2025-02-24", "gælder i dag med");
    make("2025-02-10", "2025-05-01", "gælder længst");

    var first = anna.get(agreements() + "?limit=3").ok();
    var last = anna.get(agreements() + "?limit=3&cursor=" + first.at("/next")).ok();

    assertThat(first.json().at("/items").findValuesAsText("action"))
        .containsExactly("gælder længst", "gælder i dag med", "kommende");
    assertThat(last.json().at("/items").findValuesAsText("action")).containsExactly("over");
  }

  /** R19: the day's work of whoever serves the citizen today, to read and not to change. */
  @Test
  void careStaffAndSupplierReadTheAgreementsOfThoseTheyServeToday() {
    var path = "/agreements/" + anna.post(agreements(), draft()).created().id();
    Api.as(world.sofie).get(agreements()).refused(404, "NOT_FOUND");
    serve(world.nordTeam, "2025-02-24");
    serve(world.supplierX, "2025-03-01");

    for (var user : new dk.genvej.testing.TestUser[] {world.sofie, world.nils}) {
      assertThat(Api.as(user).get(agreements()).ok().json().at("/items")).hasSize(1);
      Api.as(user).ifMatch(1).put(path, edit(draft())).refused(403, "ROLE_NOT_ALLOWED");
      Api.as(user).post(agreements(), draft()).refused(403, "ROLE_NOT_ALLOWED");
    }
    Api.as(world.xenia).get(agreements()).refused(404, "NOT_FOUND");
    world.on("2025-03-01", "00:00");
    Api.as(world.xenia).get(agreements()).ok();
    Api.as(world.sofie).get(agreements()).refused(404, "NOT_FOUND");
    assertThat(
            world.value(
                "select string_agg(outcome, ' ' order by id) from access_log where"
                    + " municipality_id = :m and operation = 'listAgreements' and user_id = '"
                    + world.xenia.id()
                    + "'"))
        .isEqualTo("NOT_FOUND DISCLOSED");
  }

  @Test
  void onlyTheTherapistOfTheCourseAgrees() {
    var path = "/agreements/" + anna.post(agreements(), draft()).created().id();

    Api.as(world.asta).get(agreements()).ok();
    Api.as(world.asta).ifMatch(1).put(path, edit(draft())).refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.asta).post(path + "/end", end("2025-03-14")).refused(403, "VERB_NOT_ALLOWED");
    Api.as(world.bo).get(agreements()).refused(404, "NOT_FOUND");
    Api.as(world.bo).post(path + "/end", end("2025-03-14")).refused(404, "NOT_FOUND");
    Api.as(world.vera).get(agreements()).ok();
    Api.as(world.vera).post(agreements(), draft()).refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.lars).get(agreements()).refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void anAgreementSentTwiceIsOneAgreement() {
    var draft = draft();
    var twice = anna.mutation(Ids.next());

    var first = twice.post(agreements(), draft).created();

    assertThat(twice.post(agreements(), draft).created().text()).isEqualTo(first.text());
    assertThat(anna.get(agreements()).ok().json().at("/items")).hasSize(1);
  }

  private void make(String from, String until, String action) {
    var draft = with(with(with(draft(), "from", from), "until", until), "action", action);
    anna.post(agreements(), draft).created();
  }

  private void serve(UUID unit, String from) {
    Api.as(world.vera)
        .post(
            "/citizens/" + made.citizenId() + "/serving-units",
            Map.of("id", Ids.next(), "unitId", unit, "from", from))
        .created();
  }

  private Map<String, Object> draft() {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", Ids.next());
    draft.put("actorRole", "CARE_STAFF");
    draft.put("unitId", world.nordTeam);
    draft.put("action", "Gangtræning 10 minutter");
    draft.put("timesPerWeek", 3);
    draft.put("from", "2025-02-24");
    draft.put("until", "2025-05-18");
    return draft;
  }

  private static Map<String, Object> edit(Map<String, Object> draft) {
    var edit = new LinkedHashMap<>(draft);
    edit.remove("id");
    return edit;
  }

  private static Map<String, Object> end(String until) {
    return Map.of("until", until, "reason", "Går nu selv");
  }

  private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
    var changed = new LinkedHashMap<>(all);
    changed.put(name, value);
    return changed;
  }

  private String agreements() {
    return "/courses/" + made.courseId() + "/agreements";
  }
}
