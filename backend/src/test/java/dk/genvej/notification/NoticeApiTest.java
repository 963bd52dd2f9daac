package dk.genvej.notification;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Inboxes;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told of what happens to a course, and what becomes of it when things change. */
class NoticeApiTest {

  private final World world = new World();

  @Test
  void withoutAContactPersonTheLeadersNearestToTheServingUnitAreTold() {
    var course = started("2025-01-20");

    assertThat(Inboxes.of(course)).contains("2025-01-20 10:00 N2 lars");
    Api.as(world.lars).get("/inbox").ok();
    assertThat(Api.as(world.lars).get("/inbox").ok().json().at("/items/0").has("citizen"))
        .as("a leader sees no citizens")
        .isFalse();
  }

  @Test
  void aContactPersonOfAUnitThatServesNoLongerIsNotTold() {
    world.on("2025-01-20");
    var course = new Story(world, aCitizen(world)).servedBy(world.nordTeam, "2025-01-20");
    contact(course, world.sofie).created();
    course.referredTo(world.anna, "2025-01-20").planned();
    course.servedBy(world.supplierX, "2025-01-21");
    world.on("2025-01-21");
    course.started("2025-01-21");
    world.told();

    assertThat(Inboxes.of(course))
        .contains("2025-01-21 10:00 N2 lars")
        .noneMatch(line -> line.endsWith("sofie"));
  }

  @Test
  void onlySomebodyOfTheServingUnitIsAContactPersonOnceAndUntilItEnds() {
    world.on("2025-01-20");
    var course = new Story(world, aCitizen(world)).servedBy(world.nordTeam, "2025-01-20");
    contact(course, world.xenia).refused(422, "CONTACT_PERSON_NOT_IN_UNIT");
    contact(course, world.anna).refused(422, "CONTACT_PERSON_NOT_IN_UNIT");
    var id = contact(course, world.nils).created().id();
    contact(course, world.nils).refused(409, "CONTACT_PERSON_ALREADY");
    var path = "/citizens/" + course.citizenId + "/contact-persons/" + id + "/end";
    world.on("2025-01-22");
    Api.as(world.sofie).post(path, null).ok();
    Api.as(world.sofie).post(path, null).refused(409, "CONTACT_PERSON_ENDED");

    var seen = Api.as(world.vera).get("/citizens/%s", course.citizenId).ok();
    assertThat(seen.at("/contactPersons/0/user/name")).isEqualTo("Nils Sygeplejerske");
    assertThat(seen.at("/contactPersons/0/until")).isEqualTo("2025-01-21");
  }

  @Test
  void somebodyInTwoCapacitiesIsToldOnceAndASubstituteInsteadOfBoth() {
    var course = started("2025-01-20");
    substitution(world.anna, world.asta, "THERAPIST", "2025-03-31", "2025-04-14");
    substitution(world.carla, world.konrad, "COORDINATOR", "2025-04-22", "2025-04-22");
    world.untilMorningOf("2025-04-23");

    assertThat(Inboxes.of(course).subList(3, 7))
        .containsExactly(
            "2025-03-31 07:00 N3 asta",
            "2025-04-14 07:00 N4 asta",
            "2025-04-15 07:00 N5 anna",
            "2025-04-22 07:00 N6 konrad");
  }

  @Test
  void whatATherapistAndATovholderAreBothToldComesToEach() {
    var course = started("2025-01-20");
    Api.as(world.carla)
        .post(
            "/courses/" + course.courseId + "/assignment",
            Map.of(
                "therapistId", world.anna.id(), "tovholderId", world.asta.id(), "reason", "Barsel"))
        .ok();
    world.untilMorningOf("2025-03-31");

    assertThat(Inboxes.of(course)).contains("2025-03-31 07:00 N3 anna", "2025-03-31 07:00 N3 asta");
  }

  @Test
  void aCorrectedStartMovesTheRemindersAndOfWhatHasPassedOnlyTheLastIsToldLate() {
    var course = started("2025-01-20");
    world.untilMorningOf("2025-01-22");
    correctStart(course, "2025-01-21");
    world.told().untilMorningOf("2025-04-16");

    assertThat(reminders(course))
        .containsExactly(
            "2025-04-01 07:00 N3 anna", "2025-04-15 07:00 N4 anna", "2025-04-16 07:00 N5 anna");
    world.on("2025-04-16");
    correctStart(course, "2025-01-07");
    world.told();
    assertThat(reminders(course).getLast()).isEqualTo("2025-04-16 10:00 N6 carla late");
    assertThat(reminders(course)).hasSize(4);
  }

  @Test
  void anAnnulledCourseTellsNothingMoreAndIsTakenOutOfTheInboxes() {
    var course = started("2025-01-20");
    assertThat(Inboxes.of(course)).isNotEmpty();
    Api.as(world.carla)
        .post("/courses/" + course.courseId + "/annulment", Map.of("reason", "Forkert borger"))
        .ok();
    world.told().untilMorningOf("2025-04-30");

    assertThat(Inboxes.of(course)).isEmpty();
    assertThat(Api.as(world.anna).get("/inbox/unread").ok().at("/unread")).isEqualTo("0");
  }

  @Test
  void anAgreementIsNewsWhileTheCourseRunsEachVersionOnce() {
    var course = started("2025-01-20");
    var planned = new Story(world, aCitizen(world)).servedBy(world.nordTeam, "2025-01-20");
    planned.referredTo(world.anna, "2025-01-20").planned();
    planned.agreement();
    course.agreement();
    world.told();
    world.told();

    assertThat(Inboxes.of(planned)).noneMatch(line -> line.contains(" N12 "));
    assertThat(Inboxes.of(course)).filteredOn(line -> line.contains(" N12 ")).hasSize(1);
  }

  @Test
  void aFollowUpRecordedEarlyIsNotAskedForUntilTheRecordIsAnnulled() {
    var course = started("2025-01-20");
    course.evaluated("2025-04-14");
    world.on("2025-04-16");
    course.revisited("2025-04-16", "120").created();
    world.on("2025-07-10");
    var first = course.followUps().at("/items/0/id");
    record(first, "2025-07-10");
    world.told().untilMorningOf("2025-07-20");
    assertThat(Inboxes.of(course)).noneMatch(line -> line.contains(" N9 "));

    Api.as(world.carla)
        .post("/follow-ups/" + first + "/annulment", Map.of("reason", "Forkert borger"))
        .ok();
    world.told();
    assertThat(Inboxes.of(course).getLast()).isEqualTo("2025-07-20 10:00 N9 vera late");
  }

  @Test
  void whatAServerMissedInAWeekIsToldOnceWhenItIsBackAndSaysThatItIsLate() {
    var course = started("2025-01-20");
    world.untilMorningOf("2025-04-13");
    world.on("2025-04-17", "08:00").told();
    world.told();

    assertThat(reminders(course))
        .containsExactly(
            "2025-03-31 07:00 N3 anna",
            "2025-04-17 08:00 N4 anna late",
            "2025-04-17 08:00 N5 anna late");
    var late = Api.as(world.anna).get("/inbox?kind=N4").ok();
    assertThat(late.at("/items/0/plannedFor")).isEqualTo("2025-04-14T07:00:00+02:00");
  }

  @Test
  void aReminderOfTheVeryDayOfTheEvaluationIsStillToldThoughItWasEarlier() {
    var course = started("2025-01-20");
    world.untilMorningOf("2025-04-13");
    world.on("2025-04-14", "06:30");
    course.evaluate("2025-04-14", "ACHIEVED", 1).ok();
    world.on("2025-04-14", "07:00").told().untilMorningOf("2025-04-30");

    assertThat(reminders(course))
        .containsExactly("2025-03-31 07:00 N3 anna", "2025-04-14 07:00 N4 anna");
  }

  @Test
  void aMessageIsMarkedReadAndUnreadByItsOwnerAndAllAtOnce() {
    started("2025-01-20");
    started("2025-01-21");
    var anna = Api.as(world.anna);
    var newest = anna.get("/inbox?unread=true").ok();
    assertThat(newest.json().get("items")).hasSize(2);
    var id = newest.at("/items/0/id");
    var written = anna.post("/inbox/" + id + "/reading", Map.of("read", true)).ok();
    assertThat(written.version()).isEqualTo(2);
    assertThat(anna.post("/inbox/" + id + "/reading", Map.of("read", true)).ok().version())
        .as("marked already")
        .isEqualTo(2);
    assertThat(anna.get("/inbox/unread").ok().at("/unread")).isEqualTo("1");
    assertThat(anna.get("/inbox?unread=false").ok().at("/items/0/id")).isEqualTo(id);
    Api.as(world.vera)
        .post("/inbox/" + id + "/reading", Map.of("read", true))
        .refused(404, "NOT_FOUND");

    all(anna, true, "2025-01-20T12:00:00+01:00");
    assertThat(anna.get("/inbox/unread").ok().at("/unread")).isEqualTo("0");
    all(anna, false, "2025-01-20T12:00:00+01:00");
    assertThat(anna.get("/inbox/unread").ok().at("/unread")).isEqualTo("1");
  }

  @Test
  void whatOneWantsToBeWokenForIsChosenInVersionsAndNeverWithoutTheEscalation() {
    var anna = Api.as(world.anna);
    assertThat(anna.get("/me/notification-preference").ok().at("/version")).isEqualTo("0");
    prefer(anna, 0, List.of("N3", "N6")).refused(422, "ESCALATION_NOT_MUTABLE");
    anna.ifMatch(0)
        .put(
            "/me/notification-preference",
            Map.of("muted", List.of(), "quietHours", Map.of("from", "21:00", "until", "21:00")))
        .refused(422, "QUIET_HOURS_EMPTY");
    prefer(anna, 0, List.of("N3")).ok();
    prefer(anna, 0, List.of()).refused(409, "VERSION_STALE");
    assertThat(prefer(anna, 1, List.of("N3", "N4")).ok().version()).isEqualTo(2);

    var chosen = anna.get("/me/notification-preference").ok();
    assertThat(chosen.json().get("muted")).hasSize(2);
    assertThat(chosen.at("/quietHours/until")).isEqualTo("07:00");
  }

  private dk.genvej.testing.Answer prefer(Api api, int base, List<String> muted) {
    return api.ifMatch(base)
        .put(
            "/me/notification-preference",
            Map.of("muted", muted, "quietHours", Map.of("from", "21:00", "until", "07:00")));
  }

  private static void all(Api api, boolean read, String until) {
    api.post("/inbox/reading", Map.of("read", read, "until", until)).ok();
  }

  private List<String> reminders(Story course) {
    return Inboxes.of(course).stream().filter(line -> line.matches(".* N[3-6] .*")).toList();
  }

  private void correctStart(Story course, String day) {
    Api.as(world.carla)
        .post(
            "/courses/" + course.courseId + "/start-correction",
            Map.of("startedOn", day, "reason", "Forkert dag"))
        .ok();
  }

  private void record(String followUpId, String day) {
    Api.as(world.vera)
        .post(
            "/follow-ups/" + followUpId + "/record",
            Map.of("heldOn", day, "help", Story.minutes("120"), "result", "CONTINUES"))
        .ok();
  }

  private dk.genvej.testing.Answer contact(Story course, TestUser user) {
    return Api.as(world.vera)
        .post(
            "/citizens/" + course.citizenId + "/contact-persons",
            Map.of("id", Ids.next(), "userId", user.id()));
  }

  private UUID substitution(
      TestUser absent, TestUser substitute, String role, String from, String until) {
    return Api.as(absent)
        .post(
            "/substitutions",
            Map.of(
                "id",
                Ids.next(),
                "absentUserId",
                absent.id(),
                "substituteUserId",
                substitute.id(),
                "role",
                role,
                "from",
                from,
                "until",
                until))
        .created()
        .id();
  }

  private Story started(String day) {
    var course = new Story(world, aCitizen(world)).servedBy(world.nordTeam, "2025-01-13");
    course.referredTo(world.anna, day).planned().started(day);
    world.told();
    return course;
  }
}
