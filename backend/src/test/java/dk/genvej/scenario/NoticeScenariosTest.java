package dk.genvej.scenario;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.testing.Api;
import dk.genvej.testing.Inboxes;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Who is told what and when, of the acceptance scenarios: the people act over HTTP at ten o'clock,
 * and the worker's task runs after each act and at seven every morning between them. Sofie is the
 * contact person, Vera the responsible visitator, Carla coordinates.
 */
class NoticeScenariosTest {

  private final World world = new World();

  @Test
  void s1IngerIsEvaluatedAndCompletedOnTime() {
    world.on("2025-01-13");
    var inger = served("Inger Opdigtet", "2025-01-13");
    inger.contact("2025-01-09").foundSuitable("2025-01-13").help("90", "420");
    inger.referred(world.anna).planned();
    world.told().untilMorningOf("2025-01-20");
    inger.started("2025-01-20");
    world.told().untilMorningOf("2025-04-14");
    inger.evaluated("2025-04-14");
    world.told().untilMorningOf("2025-04-16");
    inger.revisited("2025-04-16", "120").created();
    world.told().untilMorningOf("2026-05-01");

    assertThat(Inboxes.of(inger))
        .containsExactly(
            "2025-01-13 10:00 N1 anna",
            "2025-01-20 10:00 N2 sofie",
            "2025-01-20 10:00 N2 vera",
            "2025-03-31 07:00 N3 anna",
            "2025-04-14 07:00 N4 anna",
            "2025-04-14 10:00 N7 vera",
            "2025-04-16 10:00 N8 carla",
            "2025-04-16 10:00 N8 sofie",
            "2025-07-16 07:00 N9 vera",
            "2025-10-16 07:00 N9 vera",
            "2026-04-16 07:00 N9 vera");
  }

  @Test
  void s2HansIsRemindedThoughHisGoalsWereMetEarly() {
    var hans = started("Hans Opdigtet", "2025-02-03");
    world.untilMorningOf("2025-03-31");
    hans.therapist()
        .post(
            "/courses/" + hans.courseId + "/evaluations",
            Map.of(
                "id", Ids.next(),
                "evaluatedOn", "2025-03-31",
                "citizensVoice", "Jeg klarer mig selv nu.",
                "levels", List.of(),
                "goals", List.of(Map.of("goalId", hans.goals.getFirst(), "status", "ACHIEVED"))))
        .created();
    world.told().untilMorningOf("2025-04-28");
    hans.evaluated("2025-04-28");
    world.told().untilMorningOf("2025-04-30");
    hans.revisited("2025-04-30", "0").created();
    world.told().untilMorningOf("2025-05-20");

    assertThat(Inboxes.of(hans))
        .containsExactly(
            "2025-02-03 10:00 N1 anna",
            "2025-02-03 10:00 N2 sofie",
            "2025-02-03 10:00 N2 vera",
            "2025-04-14 07:00 N3 anna",
            "2025-04-28 07:00 N4 anna",
            "2025-04-28 10:00 N7 vera",
            "2025-04-30 10:00 N8 carla",
            "2025-04-30 10:00 N8 sofie");
  }

  @Test
  void s3KirstensReminderComesBeforeEaster() {
    var kirsten = started("Kirsten Opdigtet", "2025-02-10");
    world.untilMorningOf("2025-05-05");
    kirsten.evaluated("2025-05-05").revisited("2025-05-05", "420").created();
    world.told().untilMorningOf("2025-05-20");

    assertThat(Inboxes.of(kirsten).subList(3, 8))
        .containsExactly(
            "2025-04-16 07:00 N3 anna",
            "2025-05-05 07:00 N4 anna",
            "2025-05-05 10:00 N7 vera",
            "2025-05-05 10:00 N8 carla",
            "2025-05-05 10:00 N8 sofie");
  }

  @Test
  void s3PoulIsRemindedOnOrdinaryDays() {
    var poul = started("Poul Opdigtet", "2025-02-17");
    world.untilMorningOf("2025-05-12");
    poul.evaluated("2025-05-12").revisited("2025-05-12", "390").created();
    world.told();

    assertThat(Inboxes.of(poul))
        .contains("2025-04-28 07:00 N3 anna", "2025-05-12 07:00 N4 anna")
        .hasSize(8);
  }

  @Test
  void s5GrethesRemindersAreCancelledAndEverybodyHearsThatSheStopped() {
    var grethe = started("Grethe Opdigtet", "2025-03-03");
    world.untilMorningOf("2025-04-03");
    grethe.stop(world.anna, "2025-04-03", "DECLINED").ok();
    world.told().untilMorningOf("2025-06-30");

    assertThat(Inboxes.of(grethe))
        .containsExactly(
            "2025-03-03 10:00 N1 anna",
            "2025-03-03 10:00 N2 sofie",
            "2025-03-03 10:00 N2 vera",
            "2025-04-03 10:00 N11 anna",
            "2025-04-03 10:00 N11 sofie",
            "2025-04-03 10:00 N11 vera");
    assertThat(cancelled(grethe)).isEqualTo("N3 N4 N5 N6");
  }

  @Test
  void s6AageIsEscalatedAfterEaster() {
    var aage = started("Aage Opdigtet", "2025-01-27");
    world.untilMorningOf("2025-05-02");
    aage.evaluated("2025-05-02");
    world.told().untilMorningOf("2025-05-20");

    assertThat(Inboxes.of(aage))
        .containsExactly(
            "2025-01-27 10:00 N1 anna",
            "2025-01-27 10:00 N2 sofie",
            "2025-01-27 10:00 N2 vera",
            "2025-04-07 07:00 N3 anna",
            "2025-04-16 07:00 N4 anna",
            "2025-04-22 07:00 N5 anna",
            "2025-04-29 07:00 N6 carla",
            "2025-05-02 10:00 N7 vera");
  }

  @Test
  void s7BirthesPauseMovesNoReminder() {
    var birthe = started("Birthe Opdigtet", "2025-03-10");
    world.untilMorningOf("2025-04-12");
    birthe.paused("2025-04-02", "2025-04-12");
    world.told().untilMorningOf("2025-06-02");

    assertThat(Inboxes.of(birthe).subList(3, 5))
        .containsExactly("2025-05-19 07:00 N3 anna", "2025-06-02 07:00 N4 anna");
  }

  @Test
  void s7VariantTheNewCourseHasRemindersOfItsOwn() {
    var birthe = started("Birthe Opdigtet", "2025-03-10");
    world.untilMorningOf("2025-04-12");
    birthe.stop(world.vera, "2025-04-12", "DECLINED").ok();
    world.told().untilMorningOf("2025-04-14");
    var again = new Story(world, birthe.citizenId).referredTo(world.anna, "2025-04-14");
    again.planned().started("2025-04-14");
    world.told().untilMorningOf("2025-07-07");

    assertThat(Inboxes.of(birthe))
        .containsExactly(
            "2025-03-10 10:00 N1 anna",
            "2025-03-10 10:00 N2 sofie",
            "2025-03-10 10:00 N2 vera",
            "2025-04-12 10:00 N11 anna",
            "2025-04-12 10:00 N11 sofie",
            "2025-04-12 10:00 N11 vera");
    assertThat(Inboxes.of(again))
        .containsExactly(
            "2025-04-14 10:00 N1 anna",
            "2025-04-14 10:00 N2 sofie",
            "2025-04-14 10:00 N2 vera",
            "2025-06-23 07:00 N3 anna",
            "2025-07-07 07:00 N4 anna");
  }

  @Test
  void s14TheSubstituteIsToldWhileTheVisitatorIsAway() {
    var first = started("Ellen Opdigtet", "2024-11-22");
    var second = started("Egon Opdigtet", "2024-12-02");
    world.substituted(
        world.vera, world.vera, world.viggo, Role.VISITATOR, "2025-02-10", "2025-02-21");
    world.untilMorningOf("2025-02-14");
    first.evaluated("2025-02-14");
    world.told().untilMorningOf("2025-02-24");
    second.evaluated("2025-02-24");
    world.told();

    assertThat(Inboxes.of(first))
        .contains("2025-02-14 10:00 N7 viggo")
        .noneMatch(line -> line.endsWith("N7 vera"));
    assertThat(Inboxes.of(second)).contains("2025-02-24 10:00 N7 vera");
    assertThat(
            Api.as(world.viggo)
                .get("/citizens/%s", first.citizenId)
                .ok()
                .at("/responsibleVisitator/id"))
        .isEqualTo(world.vera.id().toString());
    assertThat(
            world.value(
                "select count(*) from change_log where municipality_id = :m and record_type ="
                    + " 'substitution'"))
        .isEqualTo("2");
  }

  @Test
  void s18OvesReminderComesBeforePentecost() {
    var ove = started("Ove Opdigtet", "2025-03-17");
    world.untilMorningOf("2025-06-10");

    assertThat(Inboxes.of(ove).subList(3, 6))
        .containsExactly(
            "2025-05-26 07:00 N3 anna", "2025-06-06 07:00 N4 anna", "2025-06-10 07:00 N5 anna");
  }

  private Story started(String name, String day) {
    world.on(day);
    var story = served(name, day);
    story.contact(day).foundSuitable(day).help("0", "420").referred(world.anna).planned();
    story.started(day);
    world.told();
    return story;
  }

  /** By the team of Nord, with Sofie as the contact person. */
  private Story served(String name, String day) {
    var story = new Story(world, aCitizen(world).named(name)).servedBy(world.nordTeam, day);
    contact(story.citizenId);
    return story;
  }

  private void contact(UUID citizenId) {
    Api.as(world.sofie)
        .post(
            "/citizens/" + citizenId + "/contact-persons",
            Map.of("id", Ids.next(), "userId", world.sofie.id()))
        .created();
  }

  private String cancelled(Story story) {
    return world.value(
        "select string_agg(kind, ' ' order by kind) from notice where municipality_id = :m and"
            + " cancelled_at is not null and course_id = '"
            + story.courseId
            + "'");
  }
}
