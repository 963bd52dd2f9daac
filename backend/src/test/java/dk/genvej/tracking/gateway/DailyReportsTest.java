package dk.genvej.tracking.gateway;

import static dk.genvej.testing.Citizens.aCitizen;
import static dk.genvej.tracking.gateway.GatewayTown.granted;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Time;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.Story;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Courses lived through the API, reported night after night to a gateway that judges for itself.
 */
class DailyReportsTest {

  @TempDir private Path folder;
  private GatewayTown town;
  private Story course;

  @BeforeEach
  void start() {
    town = new GatewayTown(folder);
    course = new Story(town.world, aCitizen(town.world));
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private Story underWay() {
    course.referredTo(town.world.anna, "2025-01-13").planned().started("2025-01-20");
    granted(course, "2025-01-20");
    return course;
  }

  @Test
  void aCourseIsToldFromItsPlanToItsFollowUpAndTakenEveryTime() {
    town.reportingFrom("2025-01-01");
    course.referredTo(town.world.anna, "2025-01-13").planned();
    town.nightAfter("2025-01-13");
    course.started("2025-01-20");
    granted(course, "2025-01-20");
    town.nightAfter("2025-01-20").nightAfter("2025-01-21");
    course.evaluated("2025-04-14");
    town.nightAfter("2025-04-14");
    town.world.on("2025-04-16");
    course.revisited("2025-04-16", "0").created();
    town.nightAfter("2025-04-16");

    assertThat(town.reports())
        .isEqualTo(
            "2025-01-13 ACCEPTED, 2025-01-20 ACCEPTED, 2025-04-14 ACCEPTED, 2025-04-16 ACCEPTED");
    assertThat(town.taken().getLast())
        .contains("59753987-c38d-41c5-b201-0eeff3032fef")
        .contains("\"completed\"")
        .contains("2025-07-16");
    assertThat(town.standing(course, "/reports/3/state")).isEqualTo("ACCEPTED");
  }

  @Test
  void aMunicipalityThatAnotherRecordReportsForReportsNothing() {
    underWay();

    assertThat(town.made("2025-01-20")).isZero();
    assertThat(town.standing(course, "/reported")).isEqualTo("false");
    assertThat(town.standing(course, "/findings")).isEmpty();
  }

  @Test
  void theFirstNightTellsOfCoursesUnderWayAndALaterStopEndsReporting() {
    underWay();
    town.reportingFrom("2025-02-03").choosing("gateway.reports", "0", "2025-02-05");
    town.nightAfter("2025-02-03");
    course.world.on("2025-02-05");
    course.condition(2, 1);
    town.nightAfter("2025-02-05");

    assertThat(town.reports()).isEqualTo("2025-02-03 ACCEPTED");
  }

  @Test
  void aFirstNightThatIsMadeLateTellsOfWhatWasUnderWayThenAndEndedSince() {
    underWay();
    town.reportingFrom("2025-02-03");
    town.world.on("2025-02-05");
    course.stop(town.world.anna, "2025-02-05", "DECLINED").ok();
    town.nightAfter("2025-02-05");

    assertThat(town.reports()).isEqualTo("2025-02-03 ACCEPTED, 2025-02-05 ACCEPTED");
    // The evaluation that was planned on the first night is called off.
    assertThat(town.taken().getLast()).contains("\"cancelled\"");
  }

  @Test
  void ordinaryHelpThatNoCourseGrantedStandsInNobodysWay() {
    underWay();
    town.world.past(
        """
        set session_replication_role = replica;
        insert into care_grant
        select municipality_id, gen_random_uuid(), citizen_id, null, code, legal_basis, null, null, delivery_types, from_day, null,
               state, null, version, seq, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id
          from care_grant where municipality_id = :m;
        insert into record_version
        select municipality_id, citizen_id, 'care_grant', id, version, seq, to_jsonb(g)
          from care_grant g where municipality_id = :m and course_id is null
        """);
    town.reportingFrom("2025-01-20").nightAfter("2025-01-20");

    assertThat(town.reports()).isEqualTo("2025-01-20 ACCEPTED");
    assertThat(town.taken().getFirst().split("CarePlan\"", -1)).as("the course's own").hasSize(2);
  }

  @Test
  void aServerThatWasDownMakesAReportForEachDayItMissed() {
    underWay();
    town.reportingFrom("2025-01-20");
    town.world.on("2025-01-22");
    course.condition(2, 1);
    town.world.on("2025-01-24");
    course.condition(1, 1);

    assertThat(town.made("2025-01-26")).isEqualTo(3);
    assertThat(town.made("2025-01-26")).isZero();
    town.deliver();
    assertThat(town.reports())
        .isEqualTo("2025-01-20 ACCEPTED, 2025-01-22 ACCEPTED, 2025-01-24 ACCEPTED");
    // Each as the course stood that evening: level 3, then 2, then 1.
    assertThat(town.taken().get(1)).contains("d984ad21-48fe-4619-845e-2aa0303048e7");
    assertThat(town.taken().get(2)).contains("fcc16cb1-41f0-4832-b834-110fba0aaabe");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-21, 00:29, 2025-01-19",
    "2025-01-21, 00:30, 2025-01-20",
    "2025-01-21, 23:59, 2025-01-20",
    "2025-03-31, 00:30, 2025-03-30"
  })
  void aDayIsMadeHalfAnHourAfterItsEnd(LocalDate day, String time, LocalDate made) {
    var now = day.atTime(java.time.LocalTime.parse(time)).atZone(Time.ZONE).toInstant();

    assertThat(DailyReports.lastEnded(now)).isEqualTo(made);
  }

  @Test
  void aReplacementNumberIsHeldAndToldInDanishUntilTheRealOneComes() {
    course =
        new Story(town.world, aCitizen(town.world).with("cpr", Citizens.inventedCpr("750642")));
    underWay();
    town.reportingFrom("2025-01-20").nightAfter("2025-01-20").nightAfter("2025-01-21");

    assertThat(town.reports()).isEqualTo("2025-01-20 HELD CPR_NOT_REPORTABLE");
    assertThat(town.taken()).isEmpty();
    assertThat(town.standing(course, "/findings/0/text")).startsWith("Borgerens CPR-nummer kan");
    assertThat(
            Api.as(town.world.vera)
                .with("Accept-Language", "en")
                .get("/courses/%s/gateway", course.courseId)
                .ok()
                .at("/findings/0/text"))
        .startsWith("The citizen's CPR number cannot be reported");

    var real = Citizens.inventedCpr("150642");
    town.world.on("2025-01-22");
    course.renumbered(real);
    town.nightAfter("2025-01-22");
    assertThat(town.reports())
        .isEqualTo("2025-01-20 CORRECTED CPR_NOT_REPORTABLE, 2025-01-22 ACCEPTED");
    assertThat(town.taken()).singleElement().asString().contains(real);
    town.keepsNoNumberInTheClear(real);
  }

  @Test
  void aWrongNumberIsCleanedUpUnderItselfAndAllIsToldAnewUnderTheRightOne() {
    underWay();
    town.reportingFrom("2025-01-20").nightAfter("2025-01-20");
    var right = Citizens.inventedCpr("160642");
    town.world.on("2025-01-21");
    course.renumbered(right);
    course.condition(2, 1);
    town.nightAfter("2025-01-21");

    var cleanUp = town.taken().get(1);
    assertThat(cleanUp).doesNotContain(right).contains("\"active\":false");
    // Condition, goal, grant and the planned evaluation.
    assertThat(cleanUp.split("entered-in-error", -1)).hasSize(5);
    assertThat(town.taken().get(2)).contains(right).doesNotContain("entered-in-error");
    assertThat(town.reports())
        .isEqualTo("2025-01-20 CORRECTED, 2025-01-21 ACCEPTED, 2025-01-21 ACCEPTED");
    town.nightAfter("2025-01-22");
    assertThat(town.taken()).hasSize(3);
  }

  @Test
  void whatWasToldOfARecordThatIsMergedIsTakenBackAndToldOfTheStayingOne() {
    underWay();
    var number = Api.as(town.world.vera).get("/citizens/%s", course.citizenId).ok().at("/cpr");
    var other = aCitizen(town.world);
    var staying = other.registeredBy(town.world.vera);
    town.reportingFrom("2025-01-20").nightAfter("2025-01-20");
    town.world.on("2025-01-21");
    Api.as(town.world.carla)
        .post(
            "/citizens/" + staying + "/merge",
            Map.of("mergedId", course.citizenId, "reason", "Oprettet to gange"))
        .ok();
    town.nightAfter("2025-01-21").nightAfter("2025-01-22");

    assertThat(town.taken()).hasSize(3);
    var cleanUp = town.taken().stream().filter(one -> one.contains("\"active\":false")).toList();
    assertThat(cleanUp).singleElement().asString().contains(number);
    // Condition, goal, grant and the planned evaluation.
    assertThat(cleanUp.getFirst().split("entered-in-error", -1)).hasSize(5);
    var anew =
        town.taken().stream()
            .filter(one -> one.contains((String) other.draft().get("cpr")))
            .toList();
    assertThat(anew).singleElement().asString().doesNotContain("entered-in-error");
    assertThat(town.reports())
        .isEqualTo("2025-01-20 CORRECTED, 2025-01-21 ACCEPTED, 2025-01-21 ACCEPTED");
    assertThat(town.standing(course, "/reports/2/state"))
        .as("what was reported under the record that went is seen with the course")
        .isEqualTo("CORRECTED");
    assertThat(town.standing(course, "/findings")).isEmpty();
  }

  @Test
  void theDeadAreHeld() {
    underWay();
    town.reportingFrom("2025-01-20").nightAfter("2025-01-20");
    town.world.on("2025-02-01");
    course.stop(town.world.anna, "2025-02-01", "DIED").ok();
    town.nightAfter("2025-02-01").nightAfter("2025-02-02");

    assertThat(town.reports()).isEqualTo("2025-01-20 ACCEPTED, 2025-02-01 HELD CITIZEN_DEAD");
  }

  @Test
  void withoutASorCodeAllWaitsAndIsSentTheNightItIsThere() {
    town.world.past("update municipality set sor_code = null where id = :m");
    underWay();
    town.reportingFrom("2025-01-20").nightAfter("2025-01-20");
    assertThat(town.reports()).isEqualTo("2025-01-20 HELD SOR_CODE_MISSING");

    town.world.past("update municipality set sor_code = '" + GatewayTown.SOR + "' where id = :m");
    town.nightAfter("2025-01-21");
    assertThat(town.reports())
        .isEqualTo("2025-01-20 CORRECTED SOR_CODE_MISSING, 2025-01-21 ACCEPTED");
  }

  @Test
  void aReportThatCannotBeMadeIsHeldAndHoldsUpNoOther() {
    underWay();
    var other = new Story(town.world, aCitizen(town.world));
    other.referredTo(town.world.anna, "2025-01-21").planned();
    town.unseen("update course set stop_reason = 'UKENDT' where id = '" + course.courseId + "'");
    town.reportingFrom("2025-01-20").nightAfter("2025-01-21");
    assertThat(town.reports()).isEqualTo("2025-01-20 HELD NOT_MADE, 2025-01-21 ACCEPTED");

    town.unseen("update course set stop_reason = null where id = '" + course.courseId + "'");
    town.nightAfter("2025-01-22");
    assertThat(town.reports())
        .isEqualTo("2025-01-20 CORRECTED NOT_MADE, 2025-01-21 ACCEPTED, 2025-01-22 ACCEPTED");
  }

  @Test
  void anAnnulledCourseIsTakenBackWhole() {
    underWay();
    town.reportingFrom("2025-01-20").nightAfter("2025-01-20");
    town.world.on("2025-01-21");
    Api.as(town.world.carla)
        .post(
            "/courses/" + course.courseId + "/annulment",
            java.util.Map.of("reason", "Oprettet på en forkert borger"))
        .ok();
    town.nightAfter("2025-01-21");

    assertThat(town.taken().getLast().split("entered-in-error", -1)).hasSize(5);
    assertThat(town.reports()).isEqualTo("2025-01-20 CORRECTED, 2025-01-21 ACCEPTED");
  }
}
