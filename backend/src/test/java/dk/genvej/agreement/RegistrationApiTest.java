package dk.genvej.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.Rows;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R20: one request says what became of an agreement. */
class RegistrationApiTest {

  private final World world = new World().on("2025-02-24");
  private final CourseFixture.Made made = CourseFixture.aCourse(world).make();
  private final UUID agreement = agreement();
  private final String path = "/agreements/" + agreement + "/registrations";

  RegistrationApiTest() {
    serve(world.nordTeam, "2025-02-24");
    world.on("2025-02-26");
  }

  @Test
  void careStaffRegisterDoneDeclinedAndNotPossible() {
    register(world.sofie, "DONE", "2025-02-24T10:15:00+01:00", null).created();
    register(world.nils, "DECLINED", "2025-02-25T10:15:00+01:00", "Var træt").created();
    register(world.anna, "NOT_POSSIBLE", "2025-02-26T09:15:00+01:00", "Isglat").created();

    for (var user : List.of(world.sofie, world.anna, world.asta, world.vera, world.carla)) {
      var seen = Api.as(user).get(path).ok();
      assertThat(seen.json().findValuesAsText("outcome"))
          .containsExactly("NOT_POSSIBLE", "DECLINED", "DONE");
      assertThat(seen.at("/items/1/note")).isEqualTo("Var træt");
      assertThat(seen.at("/items/1/stamp/author/name")).isEqualTo("Nils Sygeplejerske");
    }
    assertThat(events())
        .isEqualTo("AgreementRegistered 1, AgreementRegistered 1, AgreementRegistered 1");
    assertThat(
            world.value(
                "select count(*) from change_log where municipality_id = :m"
                    + " and operation = 'register' and citizen_id is not null"))
        .isEqualTo("3");
  }

  @Test
  void twoPeopleWhoRegisterTheSameOccasionDoNotGetInEachOthersWay() {
    register(world.sofie, "DONE", "2025-02-24T10:15:00+01:00", null).created();
    register(world.nils, "DECLINED", "2025-02-24T10:15:00+01:00", null).created();

    assertThat(Api.as(world.anna).get(path).ok().json().at("/items")).hasSize(2);
  }

  @Test
  void theAgreementWasInForceThatDayBothEndsIncluded() {
    register(world.sofie, "DONE", "2025-02-23T23:59:00+01:00", null)
        .refused(422, "AGREEMENT_NOT_IN_FORCE");
    register(world.sofie, "DONE", "2025-02-24T00:00:00+01:00", null).created();
    Api.as(world.anna)
        .post(
            "/agreements/" + agreement + "/end",
            Map.of("until", "2025-02-25", "reason", "Går nu selv"))
        .ok();
    register(world.sofie, "DONE", "2025-02-25T23:59:00+01:00", null).created();
    var refused =
        register(world.sofie, "DONE", "2025-02-26T00:00:00+01:00", null)
            .refused(422, "AGREEMENT_NOT_IN_FORCE");
    assertThat(refused.at("/violations/0/pointer")).isEqualTo("/happenedAt");
  }

  @Test
  void nothingIsRegisteredAheadOfTimeOrInAnEndedCourse() {
    register(world.sofie, "DONE", "2025-02-26T10:00:00+01:00", null).created();
    register(world.sofie, "DONE", "2025-02-26T10:00:01+01:00", null).refused(422, "DATE_IN_FUTURE");
    Rows.about(world, made)
        .course("state = 'STOPPED', stopped_on = '2025-02-26', stop_reason = 'DIED'");
    register(world.anna, "DONE", "2025-02-26T09:00:00+01:00", null).refused(409, "COURSE_CLOSED");
  }

  @Test
  void itIsRegisteredByWhoeverServesTheCitizenAndByTheTherapistOfTheCourse() {
    var at = "2025-02-24T10:15:00+01:00";
    register(world.asta, "DONE", at, null).refused(403, "VERB_NOT_ALLOWED");
    register(world.bo, "DONE", at, null).refused(404, "NOT_FOUND");
    register(world.xenia, "DONE", at, null).refused(404, "NOT_FOUND");
    register(new World().anna, "DONE", at, null).refused(404, "NOT_FOUND");
    register(world.vera, "DONE", at, null).refused(403, "ROLE_NOT_ALLOWED");
    register(world.carla, "DONE", at, null).refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.xenia).get(path).refused(404, "NOT_FOUND");
    Api.as(world.konrad).get(path).refused(404, "NOT_FOUND");
    Api.as(world.lars).get(path).refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.anna).get("/agreements/%s/registrations", Ids.next()).refused(404, "NOT_FOUND");
  }

  /** R19: to register is not to plan. */
  @Test
  void careStaffMayNotChangeAGoalOrSubmitAnEvaluation() {
    var any = Ids.next();
    for (var user : List.of(world.sofie, world.nils, world.xenia)) {
      var api = Api.as(user).unjudged().ifMatch(1);
      api.put("/goals/" + any, Map.of()).refused(403, "ROLE_NOT_ALLOWED");
      api.put("/evaluations/" + any, Map.of()).refused(403, "ROLE_NOT_ALLOWED");
      api.post("/evaluations/" + any + "/submission", Map.of()).refused(403, "ROLE_NOT_ALLOWED");
    }
  }

  /** R82: the author for 24 hours, afterwards a coordinator. */
  @Test
  void aWrongOneIsAnnulledAndStaysToBeSeen() {
    var one = register(world.sofie, "DONE", "2025-02-24T10:15:00+01:00", null).created().id();
    annul(world.nils, one).refused(403, "NOT_THE_AUTHOR");
    annul(world.xenia, one).refused(404, "NOT_FOUND");
    world.on("2025-02-27", "10:00:01");
    annul(world.sofie, one).refused(403, "CORRECTION_TOO_LATE");

    assertThat(annul(world.carla, one).ok().version()).isEqualTo(2);

    annul(world.carla, one).refused(409, "ALREADY_ANNULLED");
    var seen = Api.as(world.sofie).get(path).ok();
    assertThat(seen.at("/items/0/annulled/reason")).isEqualTo("Forkert borger");
    assertThat(seen.at("/items/0/annulled/by/name")).isEqualTo("Carla Koordinator");
    assertThat(seen.at("/items/0/version")).isEqualTo("2");
    assertThat(events()).isEqualTo("AgreementRegistered 1, RegistrationAnnulled 2");
    assertThat(
            world.value(
                "select string_agg(version::text, ' ' order by version) from record_version"
                    + " where municipality_id = :m and record_type = 'registration'"))
        .isEqualTo("1 2");
  }

  @Test
  void theAuthorAnnulsWithinTheDay() {
    var one = register(world.sofie, "DONE", "2025-02-24T10:15:00+01:00", null).created().id();
    world.on("2025-02-27", "10:00");
    annul(world.sofie, one).ok();
  }

  @Test
  void sentTwiceItIsRegisteredOnce() {
    var draft = draft("DONE", "2025-02-24T10:15:00+01:00", "Gik til lågen");
    var once = Api.as(world.sofie).mutation(Ids.next());

    var first = once.post(path, draft).created();

    assertThat(once.post(path, draft).created().text()).isEqualTo(first.text());
    assertThat(Api.as(world.anna).get(path).ok().json().at("/items")).hasSize(1);
  }

  @Test
  void newestComeFirstAPageAtATimeWithTheSameStatements() {
    for (var day : List.of("24", "26", "25")) {
      register(world.sofie, "DONE", "2025-02-" + day + "T09:00:00+01:00", "den " + day).created();
    }

    var first = Api.as(world.anna).get(path + "?limit=2").ok();
    var rest = Api.as(world.anna).get(path + "?limit=2&cursor=" + first.at("/next")).ok();

    assertThat(first.json().findValuesAsText("note")).containsExactly("den 26", "den 25");
    assertThat(rest.json().findValuesAsText("note")).containsExactly("den 24");
    assertThat(statements(3)).isEqualTo(statements(1));
  }

  private int statements(int limit) {
    return QueryCount.during(() -> Api.as(world.anna).get(path + "?limit=" + limit).ok()).size();
  }

  private UUID agreement() {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", Ids.next());
    draft.put("actorRole", "CARE_STAFF");
    draft.put("unitId", world.nordTeam);
    draft.put("action", "Gangtræning 10 minutter");
    draft.put("timesPerWeek", 3);
    draft.put("from", "2025-02-24");
    draft.put("until", "2025-05-18");
    return Api.as(world.anna)
        .post("/courses/" + made.courseId() + "/agreements", draft)
        .created()
        .id();
  }

  private void serve(UUID unit, String from) {
    Api.as(world.vera)
        .post(
            "/citizens/" + made.citizenId() + "/serving-units",
            Map.of("id", Ids.next(), "unitId", unit, "from", from))
        .created();
  }

  private Answer register(TestUser by, String outcome, String happenedAt, String note) {
    return Api.as(by).post(path, draft(outcome, happenedAt, note));
  }

  private static Map<String, Object> draft(String outcome, String happenedAt, String note) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", Ids.next());
    draft.put("outcome", outcome);
    draft.put("happenedAt", happenedAt);
    if (note != null) {
      draft.put("note", note);
    }
    return draft;
  }

  private static Answer annul(TestUser by, UUID registration) {
    return Api.as(by)
        .post("/registrations/" + registration + "/annulment", Map.of("reason", "Forkert borger"));
  }

  private String events() {
    return world.value(
        "select string_agg(kind || ' ' || version, ', ' order by received_at, version) from event"
            + " where municipality_id = :m and record_type = 'registration'");
  }
}
