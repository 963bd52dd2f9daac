package dk.genvej.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written for central tracking when a course ends, and when anything of it is mended. */
class OutcomeRecordTest {

  private static final Map<String, String> WHY = Map.of("reason", "Tastet forkert");

  private final World world = new World();
  private final ToldCourses told = new ToldCourses(world);

  @Test
  void aCompletedCourseIsToldOnceInTheTransactionThatCompletesIt() {
    var course = told.completed("120");

    assertThat(told.rows(course)).containsExactly("1 COMPLETED NEW");
    assertThat(
            told.last(
                course,
                "event_on, age_band, legal_basis, intervention_type, started_on, due_on,"
                    + " evaluated_on, completed_on, before_minutes, shadow_minutes, after_minutes,"
                    + " after_basis, category, goals_met, goals_total, visits, visit_minutes,"
                    + " cohort, historic, cause_type"))
        .isEqualTo(
            "2025-04-16 FROM_80_TO_84 SEL_83A HVERDAGSREHABILITERING 2025-01-20 2025-04-14"
                + " 2025-04-14 2025-04-16 90.0 420.0 120.0 MINUTES LESS_HELP 1 1 2 90.0 false false"
                + " course");
    assertThat(told.instruments(course)).isEqualTo("PSFS 1 TOTAL 1 3.00 7.00 4.00 CITIZEN");
  }

  @Test
  void everyColumnThatIsMendedIsToldAsACorrectionOfItsRow() {
    var course = told.completed("120");
    var visit = told.id(course, "visit");
    course.correctAfter("150");
    Api.as(world.carla).post("/visits/" + visit + "/annulment", WHY).ok();
    Api.as(world.carla).post("/scores/" + told.id(course, "score") + "/annulment", WHY).ok();
    Api.as(world.carla)
        .post(
            "/courses/" + course.courseId + "/start-correction",
            Map.of("startedOn", "2025-01-21", "reason", "Første besøg var dagen efter"))
        .ok();
    Api.as(world.vera)
        .post(
            "/referrals/" + course.referralId + "/shadow-correction",
            Map.of("shadow", Story.minutes("400"), "reason", "Regnet forkert"))
        .ok();
    told.mark(course, 0, true);

    assertThat(told.rows(course))
        .containsExactly(
            "1 COMPLETED NEW",
            "2 COMPLETED CORRECTION of 1",
            "3 COMPLETED CORRECTION of 2",
            "4 COMPLETED CORRECTION of 3",
            "5 COMPLETED CORRECTION of 4",
            "6 COMPLETED CORRECTION of 5",
            "7 COMPLETED CORRECTION of 6");
    assertThat(
            told.last(course, "started_on, due_on, shadow_minutes, after_minutes, visits, cohort"))
        .isEqualTo("2025-01-21 2025-04-15 400.0 150.0 1 true");
    assertThat(told.instruments(course)).as("scored before only").isEmpty();
    assertThat(told.standing()).isEqualTo("1");
  }

  @Test
  void aChangeThatNoColumnComesFromIsNotTold() {
    var course = told.completed("120");
    course.reviewed(world.carla).ok();
    told.mark(course, 0, false);
    course.correctAfter("120");

    assertThat(told.rows(course)).containsExactly("1 COMPLETED NEW");
  }

  @Test
  void aFollowUpIsItsOwnRowAnnulledAndToldAnew() {
    var course = told.completed("120");
    world.on("2025-07-16");
    var followUp = told.id(course, "follow_up");
    told.followUp(followUp, "90");
    Api.as(world.vera).post("/follow-ups/" + followUp + "/annulment", WHY).ok();
    told.followUp(followUp, "150");

    assertThat(told.rows(course))
        .containsExactly(
            "1 COMPLETED NEW",
            "2 FOLLOW_UP 3 NEW",
            "3 FOLLOW_UP 3 ANNULLED of 2",
            "4 FOLLOW_UP 3 NEW");
    assertThat(
            told.last(
                course,
                "follow_up_month, follow_up_minutes, follow_up_basis, follow_up_result,"
                    + " after_minutes, visits, cause_type"))
        .isEqualTo("3 150.0 MINUTES CONTINUES 120.0  follow_up");
    assertThat(told.standing()).as("the end and one follow-up").isEqualTo("2");
  }

  @Test
  void aCourseEnteredInErrorIsTakenOutOfEveryTotal() {
    var course = told.completed("120");
    world.on("2025-07-16");
    told.followUp(told.id(course, "follow_up"), "90");
    Api.as(world.carla).post("/courses/" + course.courseId + "/annulment", WHY).ok();

    assertThat(told.rows(course))
        .endsWith("3 COMPLETED ANNULLED of 1", "4 FOLLOW_UP 3 ANNULLED of 2");
    assertThat(told.standing()).isEqualTo("0");
  }

  @Test
  void aStoppedCourseIsToldAndItsShadowMended() {
    var course = told.started();
    world.on("2025-04-03");
    course.stop(world.anna, "2025-04-03", "DECLINED").ok();
    Api.as(world.vera)
        .post(
            "/referrals/" + course.referralId + "/shadow-correction",
            Map.of("shadow", Story.minutes("400"), "reason", "Regnet forkert"))
        .ok();

    assertThat(told.rows(course)).containsExactly("1 STOPPED NEW", "2 STOPPED CORRECTION of 1");
    assertThat(told.last(course, "event_on, stopped_on, stop_reason, stop_week, shadow_minutes"))
        .isEqualTo("2025-04-03 2025-04-03 DECLINED 11 400.0");
  }
}
