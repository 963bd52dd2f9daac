package dk.genvej.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.ByHand;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitApiTest {

  private final World world = new World().on("2025-01-20", "08:00");
  private final CourseFixture.Made made = CourseFixture.aCourse(world).make();
  private final Api anna = Api.as(world.anna);

  @Test
  void aVisitIsPlannedMovedAndHeld() {
    var id = plan("2025-01-22T13:30:00+01:00");
    var moved = planned("2025-01-22T09:10:00+01:00");
    moved.remove("id");
    moved.put("contactType", "SCREEN");
    assertThat(anna.ifMatch(1).put("/visits/" + id, moved).ok().version()).isEqualTo(2);
    anna.ifMatch(1).put("/visits/" + id, moved).refused(409, "VERSION_STALE");
    world.on("2025-01-22", "10:00");
    anna.post("/visits/" + id + "/held", held("2025-01-22T09:15:00+01:00")).ok();

    var seen = anna.get(visits()).ok();
    assertThat(seen.at("/items/0/state")).isEqualTo("HELD");
    assertThat(seen.at("/items/0/plannedAt")).isEqualTo("2025-01-22T09:10:00+01:00");
    assertThat(seen.at("/items/0/plannedMinutes")).startsWith("60");
    assertThat(seen.at("/items/0/heldAt")).isEqualTo("2025-01-22T09:15:00+01:00");
    assertThat(seen.at("/items/0/minutes")).startsWith("45");
    assertThat(seen.at("/items/0/note")).isEqualTo("Trappen gik fint");
    assertThat(seen.at("/items/0/stamp/happenedAt")).isEqualTo("2025-01-22T09:15:00+01:00");
    assertThat(seen.at("/items/0/citizen/name")).isEqualTo("Inger Opdigtet");
    assertThat(told()).isEqualTo("VisitPlanned 1, VisitMoved 2, VisitHeld 3");
  }

  @Test
  void aVisitKeepsItsDanishHourOverTheChangeToSummerTime() {
    plan("2025-04-02T09:00:00+02:00");
    plan("2025-03-26T08:00:00Z");

    var seen = anna.get(visits()).ok();
    assertThat(seen.at("/items/0/plannedAt")).isEqualTo("2025-04-02T09:00:00+02:00");
    assertThat(seen.at("/items/1/plannedAt")).isEqualTo("2025-03-26T09:00:00+01:00");
  }

  @Test
  void onlyWhatIsPlannedIsMovedCancelledOrHeld() {
    var cancelled = plan("2025-01-20T09:00:00+01:00");
    anna.post("/visits/" + cancelled + "/cancellation", Map.of("reason", "Borger er syg")).ok();
    refuseEach(cancelled, 2, "CANCELLED");
    var held = anna.post(visits() + "/held", heldDraft("2025-01-20T07:00:00+01:00")).created().id();
    refuseEach(held, 1, "HELD");
    var annulled = plan("2025-01-20T09:00:00+01:00");
    anna.post("/visits/" + annulled + "/annulment", Map.of("reason", "Forkert borger")).ok();
    refuseEach(annulled, 2, "ANNULLED");
  }

  @Test
  void theCancelledVisitTellsWhy() {
    var id = plan("2025-01-20T09:00:00+01:00");
    anna.post("/visits/" + id + "/cancellation", Map.of("reason", "Borger er syg")).ok();

    var seen = anna.get(visits()).ok();
    assertThat(seen.at("/items/0/state")).isEqualTo("CANCELLED");
    assertThat(seen.at("/items/0/cancelledReason")).isEqualTo("Borger er syg");
    assertThat(anna.get("/visits/today").ok().json().at("/items")).isEmpty();
  }

  @Test
  void noVisitIsPlannedOnADayGoneByOrHeldBeforeItHappens() {
    var id = plan("2025-01-20T07:00:00+01:00");

    anna.post(visits(), planned("2025-01-19T23:59:00+01:00")).refused(422, "VISIT_PLANNED_IN_PAST");
    anna.post(visits() + "/held", heldDraft("2025-01-20T08:01:00+01:00"))
        .refused(422, "DATE_IN_FUTURE");
    anna.post("/visits/" + id + "/held", held("2025-01-20T08:01:00+01:00"))
        .refused(422, "DATE_IN_FUTURE");
  }

  @Test
  void theFirstVisitMayComeBeforeThePlanAndNoneAfterTheEnd() {
    var referred = CourseFixture.aCourse(world).in(CourseState.REFERRED).make();
    var lapsed = CourseFixture.aCourse(world).in(CourseState.LAPSED).make();
    var id = plan("2025-01-20T09:00:00+01:00");
    ByHand.write(
        world,
        made.citizenId(),
        "update course set state = 'STOPPED', stopped_on = '2025-01-20', stop_reason = 'DECLINED',"
            + " version = version + 1 where id = '"
            + made.courseId()
            + "'");

    anna.post("/courses/" + referred.courseId() + "/visits", planned("2025-01-21T09:00:00+01:00"))
        .created();
    anna.post("/courses/" + lapsed.courseId() + "/visits", planned("2025-01-21T09:00:00+01:00"))
        .refused(409, "COURSE_CLOSED");
    anna.post("/visits/" + id + "/held", held("2025-01-20T07:15:00+01:00"))
        .refused(409, "COURSE_CLOSED");
    anna.post("/visits/" + id + "/cancellation", Map.of("reason", "Forløbet er stoppet")).ok();
  }

  @Test
  void todayIsTheActorsOwnVisitsInOrderOverAllCitizensWithWhereToGo() {
    var other = CourseFixture.aCourse(world).make();
    plan("2025-01-21T00:00:00+01:00");
    plan("2025-01-20T13:00:00+01:00");
    anna.post("/courses/" + other.courseId() + "/visits", planned("2025-01-20T09:00:00+01:00"))
        .created();
    anna.post(visits() + "/held", heldDraft("2025-01-20T07:00:00+01:00")).created();
    Api.as(world.asta).post(visits(), planned("2025-01-20T11:00:00+01:00")).created();

    var first = anna.get("/visits/today?limit=2").ok();
    assertThat(first.at("/items/0/heldAt")).isEqualTo("2025-01-20T07:00:00+01:00");
    assertThat(first.at("/items/1/plannedAt")).isEqualTo("2025-01-20T09:00:00+01:00");
    assertThat(first.at("/items/1/citizen/id")).isEqualTo(other.citizenId().toString());
    assertThat(first.at("/items/1/address/street")).isEqualTo("Prøvevej 1");
    var rest = anna.get("/visits/today?limit=2&cursor=" + first.at("/next")).ok();
    assertThat(rest.json().at("/items")).hasSize(1);
    assertThat(rest.at("/items/0/plannedAt")).isEqualTo("2025-01-20T13:00:00+01:00");
    assertThat(
            world.value(
                "select max(cardinality(citizens)) from access_log where municipality_id = :m"
                    + " and operation = 'listToday'"))
        .isEqualTo("2");
    Api.as(world.vera).get("/visits/today").refused(403, "ROLE_NOT_ALLOWED");
  }

  /** O16: protected to its last day included; who is not at the door does not see where. */
  @Test
  void aProtectedAddressIsForThoseWhoComeToTheDoor() {
    plan("2025-01-20T09:00:00+01:00");
    ByHand.write(
        world,
        made.citizenId(),
        "update citizen set protected_from = '2025-01-01', protected_until = '2025-01-20',"
            + " version = version + 1 where id = '"
            + made.citizenId()
            + "'");

    assertThat(anna.get("/visits/today").ok().at("/items/0/address/city")).isEqualTo("Slagelse");
    var carla = Api.as(world.carla);
    assertThat(carla.get(visits()).ok().json().at("/items/0/address").isMissingNode()).isTrue();
    world.on("2025-01-21");
    assertThat(carla.get(visits()).ok().at("/items/0/address/city")).isEqualTo("Slagelse");
  }

  @Test
  void aColleagueComesInsteadAndIsTheVisitorOtherDistrictsAreNot() {
    var id = plan("2025-01-20T07:00:00+01:00");

    Api.as(world.bo).get(visits()).refused(404, "NOT_FOUND");
    Api.as(world.bo)
        .post("/visits/" + id + "/held", held("2025-01-20T07:00:00+01:00"))
        .refused(404, "NOT_FOUND");
    Api.as(world.sofie).get(visits()).refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.vera)
        .post(visits(), planned("2025-01-21T07:00:00+01:00"))
        .refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.asta).post("/visits/" + id + "/held", held("2025-01-20T07:00:00+01:00")).ok();

    assertThat(Api.as(world.asta).get("/visits/today").ok().json().at("/items")).hasSize(1);
    assertThat(anna.get("/visits/today").ok().json().at("/items")).isEmpty();
  }

  /** R82. */
  @Test
  void theAuthorAnnulsForADayAndACoordinatorAfterwards() {
    var id = anna.post(visits() + "/held", heldDraft("2025-01-20T07:00:00+01:00")).created().id();
    var why = Map.of("reason", "Var hos en anden");
    Api.as(world.asta).post("/visits/" + id + "/annulment", why).refused(403, "NOT_THE_AUTHOR");
    world.on("2025-01-21", "08:01");
    anna.post("/visits/" + id + "/annulment", why).refused(403, "CORRECTION_TOO_LATE");
    Api.as(world.carla).post("/visits/" + id + "/annulment", why).ok();
    Api.as(world.carla).post("/visits/" + id + "/annulment", why).refused(409, "ALREADY_ANNULLED");

    var seen = anna.get(visits()).ok();
    assertThat(seen.at("/items/0/state")).isEqualTo("ANNULLED");
    assertThat(seen.at("/items/0/minutes")).startsWith("45");
    assertThat(seen.at("/items/0/annulled/by/name")).isEqualTo("Carla Koordinator");
  }

  /** S8: what is sent again by the same id lands once. */
  @Test
  void aVisitSentTwiceIsOneVisitWithThreeTimes() {
    world.on("2025-02-11", "12:06");
    var draft = heldDraft("2025-02-11T09:10:00+01:00");
    var tablet =
        anna.mutation(Ids.next())
            .with("Device-Id", Ids.next())
            .with("Recorded-At", "2025-02-11T09:55:00+01:00");
    var first = tablet.post(visits() + "/held", draft).created();
    assertThat(tablet.post(visits() + "/held", draft).created().text()).isEqualTo(first.text());

    var seen = anna.get(visits()).ok();
    assertThat(seen.json().at("/items")).hasSize(1);
    assertThat(seen.at("/items/0/stamp/happenedAt")).startsWith("2025-02-11T09:10");
    assertThat(seen.at("/items/0/stamp/recordedAt")).startsWith("2025-02-11T09:55");
    assertThat(seen.at("/items/0/stamp/receivedAt")).startsWith("2025-02-11T12:06");
  }

  private void refuseEach(UUID id, int version, String state) {
    var moved = planned("2025-01-23T09:00:00+01:00");
    moved.remove("id");
    anna.ifMatch(version)
        .put("/visits/" + id, moved)
        .refused(409, "CANNOT_MOVE_VISIT_WHEN_" + state);
    anna.post("/visits/" + id + "/cancellation", Map.of("reason", "Borger er syg"))
        .refused(409, "CANNOT_CANCEL_VISIT_WHEN_" + state);
    anna.post("/visits/" + id + "/held", held("2025-01-20T07:00:00+01:00"))
        .refused(409, "CANNOT_HOLD_VISIT_WHEN_" + state);
  }

  private String told() {
    return world.value(
        "select string_agg(kind || ' ' || version, ', ' order by version) from event"
            + " where municipality_id = :m and record_type = 'visit'");
  }

  private UUID plan(String at) {
    return anna.post(visits(), planned(at)).created().id();
  }

  private static Map<String, Object> planned(String at) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", Ids.next());
    draft.put("contactType", "HOME");
    draft.put("plannedAt", at);
    draft.put("minutes", 60);
    return draft;
  }

  private static Map<String, Object> heldDraft(String at) {
    var draft = held(at);
    draft.put("id", Ids.next());
    return draft;
  }

  private static Map<String, Object> held(String at) {
    var held = new LinkedHashMap<String, Object>();
    held.put("heldAt", at);
    held.put("minutes", 45);
    held.put("contactType", "HOME");
    held.put("note", "Trappen gik fint");
    return held;
  }

  private String visits() {
    return "/courses/" + made.courseId() + "/visits";
  }
}
