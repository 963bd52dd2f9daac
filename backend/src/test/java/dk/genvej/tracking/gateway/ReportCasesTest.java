package dk.genvej.tracking.gateway;

import static dk.genvej.tracking.gateway.ACourse.DUE;
import static dk.genvej.tracking.gateway.ACourse.START;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.course.StopReason;
import dk.genvej.followup.FollowUpResult;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.FindingCode;
import dk.genvej.visit.ContactType;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every kind of report there is, the outcomes of fk-gateway § 3.2 first: what is sent on the
 * evening it happened, given that the gateway took all before it.
 */
class ReportCasesTest {

  private final Evenings evenings = new Evenings();
  private final ACourse course = new ACourse();

  @Test
  void aPlanIsToldWithTheGrantThatIsReadyAndNoGoalYet() {
    evenings.golden("plan", START.minusDays(1), course.planning());
  }

  @Test
  void aStartIsToldWithGoalGrantAndTheDayOfTheEvaluation() {
    evenings.golden("start", START, course);
  }

  @Test
  void aStartUnderTheElderlyCareActIsKnownByItsLocalCode() {
    evenings.golden("start-elderly-care-act", START, course.underTheElderlyCareAct("REHAB"));
  }

  @Test
  void anEveningWithoutChangesIsNotTold() {
    evenings.tell(START, course);

    assertThat(evenings.tell(START.plusDays(1), course)).isEmpty();
  }

  @Test
  void aNewLevelIsToldAlone() {
    evenings.tell(START, course);

    evenings.golden("level", START.plusDays(30), course.level(1));
  }

  // ---- the outcomes

  @Test
  void fullySelfReliant() {
    evenings.tell(START, course);
    evenings.tell(DUE, course.evaluated(DUE, 0));

    evenings.golden("outcome-self-reliant", DUE.plusDays(2), course.completed(DUE.plusDays(2)));
  }

  @Test
  void lessHelp() {
    evenings.tell(START, course);
    evenings.tell(DUE, course.evaluated(DUE, 1));

    evenings.golden(
        "outcome-less-help", DUE.plusDays(2), course.completed(DUE.plusDays(2), "PERSONAL_CARE"));
  }

  @Test
  void lessHelpWithoutACodeForItIsReportedWithoutItAndSaysSo() {
    evenings.tell(START, course);
    course.evaluated(DUE, 1).completed(DUE, "PERSONAL_CARE").services(Map.of());

    evenings.golden("outcome-less-help-without-code", DUE, course);
    assertThat(evenings.notices)
        .extracting(Finding::code)
        .containsExactly(FindingCode.REMAINING_HELP_WITHOUT_CODE);
  }

  @Test
  void theSameOrMoreHelp() {
    evenings.tell(START, course);
    evenings.tell(DUE, course.evaluated(DUE, 3));

    evenings.golden(
        "outcome-more-help", DUE.plusDays(2), course.completed(DUE.plusDays(2), "PERSONAL_CARE"));
  }

  @Test
  void aNursingHomeAndOtherStopsAreToldAsIfTheCitizenWithdrew() {
    evenings.tell(START, course);
    var nursingHome =
        evenings.tell(
            START.plusDays(30), course.stopped(START.plusDays(30), StopReason.NURSING_HOME));
    var other = new Evenings();
    var withdrawn = new ACourse();
    other.tell(START, withdrawn);

    assertThat(nursingHome)
        .isEqualTo(
            other.tell(
                START.plusDays(30), withdrawn.stopped(START.plusDays(30), StopReason.DECLINED)));
  }

  @Test
  void interruptedByHospital() {
    evenings.tell(START, course);

    evenings.golden("outcome-interrupted", START.plusDays(20), course.in(CourseState.PAUSED));
  }

  @Test
  void homeAgain() {
    evenings.tell(START, course);
    evenings.tell(START.plusDays(20), course.in(CourseState.PAUSED));

    evenings.golden("resumed", START.plusDays(30), course.in(CourseState.ACTIVE));
  }

  @Test
  void withdrew() {
    evenings.tell(START, course);

    evenings.golden(
        "outcome-withdrew",
        START.plusDays(31),
        course.stopped(START.plusDays(31), StopReason.DECLINED));
  }

  @Test
  void withdrewBeforeTheStart() {
    evenings.tell(START.minusDays(2), course.planning());

    evenings.golden("outcome-lapsed", START.minusDays(1), course.lapsed());
  }

  @Test
  void moved() {
    evenings.tell(START, course);

    evenings.golden(
        "outcome-moved",
        START.plusDays(31),
        course.stopped(START.plusDays(31), StopReason.MOVED_AWAY));
  }

  @Test
  void died() {
    evenings.tell(START, course);
    evenings.tell(START.plusDays(31), course.stopped(START.plusDays(31), StopReason.DIED));

    assertThat(evenings.findings).containsExactly(Finding.of(FindingCode.CITIZEN_DEAD));
    evenings.tell(START.plusDays(32), course.died().by(Guide.V1_3));
    assertThat(evenings.findings).containsExactly(Finding.of(FindingCode.CITIZEN_DEAD));
  }

  // ---- follow-ups, visits, the first talk

  @Test
  void everyPlannedFollowUpIsToldWithItsDay() {
    evenings.tell(START, course);
    course.evaluated(DUE, 0).completed(DUE).followingUp(6).followingUp(12);

    assertThat(evenings.tell(DUE, course))
        .filteredOn(line -> line.startsWith("Encounter.period"))
        .extracting(line -> line.substring("Encounter.period ".length()))
        .containsExactlyInAnyOrder(
            "{\"start\":\"2026-05-25\"}",
            "{\"start\":\"2026-08-25\"}",
            "{\"start\":\"2026-11-25\"}",
            "{\"start\":\"2027-05-25\"}");
  }

  @Test
  void aFollowUpTellsItsResultAndTheHelpThatIsNoLongerGiven() {
    evenings.tell(START, course);
    evenings.tell(DUE, course.evaluated(DUE, 1).completed(DUE, "PERSONAL_CARE"));
    var held = DUE.plusMonths(3);

    evenings.golden("follow-up", held, course.followedUp(held, FollowUpResult.ENDED));
  }

  @Test
  void aVisitIsToldByTheCodeOfItsGuide() {
    evenings.tell(START, course.reportingVisits(Guide.V1_2));
    course.visited(20, ContactType.HOME, "2026-03-04T08:00:00Z", "45");

    evenings.golden("visit-V1_2", START.plusDays(2), course);
  }

  @Test
  void aVisitIsToldByTheNewCodeOfANewerGuide() {
    evenings.tell(START, course.reportingVisits(Guide.V1_3));
    course.visited(20, ContactType.PHONE, "2026-03-04T08:00:00Z", "15");

    evenings.golden("visit-V1_3", START.plusDays(2), course);
  }

  @Test
  void visitsAreToldOnlyWhereTheMunicipalityChoseSo() {
    evenings.tell(START, course);
    course.visited(20, ContactType.HOME, "2026-03-04T08:00:00Z", "45");

    assertThat(evenings.tell(START.plusDays(2), course)).isEmpty();
  }

  @Test
  void theFirstTalkUnderTheElderlyCareActIsAnInterventionOfItsOwn() {
    evenings.tell(
        START,
        course.underTheElderlyCareAct("REHAB").services(Map.of(Reporting.FIRST_VISIT, talk())));
    course.visited(20, ContactType.HOME, "2026-03-04T08:00:00Z", "45");

    evenings.golden("first-talk", START.plusDays(2), course);
  }

  private static dk.genvej.tracking.fhir.Intervention talk() {
    return new dk.genvej.tracking.fhir.Intervention(
        "fd6e4caf-a844-482f-b43b-0b8a43391a11",
        "Dialog med borger om tilrettelæggelse af forløb",
        null);
  }

  // ---- what is told less of than could be

  @Test
  void whatMakesAReportPoorerIsSaidWhileTheCourseIsOpen() {
    course.underTheElderlyCareAct(null).expecting(null);
    evenings.tell(START, course);

    assertThat(evenings.notices)
        .extracting(one -> one.sentence().da())
        .containsExactlyInAnyOrder(
            "Forventet niveau mangler for Personlig pleje. Så indberettes der intet mål for den.",
            "Personlig hjælp og pleje er bevilget efter ældreloven uden lokal kode på niveau 3. Så"
                + " kan forløbet ikke skelnes fra almindelig hjælp i de nationale tal.");

    evenings.tell(START, new ACourse().withoutGrant());
    assertThat(evenings.notices)
        .extracting(Finding::code)
        .containsExactly(FindingCode.COURSE_WITHOUT_GRANT);
  }

  @Test
  void aCourseThatHadEndedBeforeTheMunicipalityReportedIsNotTold() {
    var long_ago = LocalDate.of(2025, 12, 31);

    assertThat(evenings.tell(START, course.completed(long_ago))).isEmpty();
  }
}
