package dk.genvej.tracking.gateway;

import static dk.genvej.tracking.gateway.ACourse.DUE;
import static dk.genvej.tracking.gateway.ACourse.START;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.course.GrantState;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.visit.ContactType;
import org.junit.jupiter.api.Test;

/** What is sent when something told before turns out wrong: the guide's note on errors. */
class CorrectionCasesTest {

  private final Evenings evenings = new Evenings();
  private final ACourse course = new ACourse();

  @Test
  void anotherAimIsAnotherGoalAndTheOldOneIsTakenBack() {
    evenings.tell(START, course);

    evenings.golden("correction-goal", START.plusDays(1), course.expecting(1));
  }

  @Test
  void anAimThatGoesBackToWhatItWasIsAThirdGoal() {
    evenings.tell(START, course);
    evenings.tell(START.plusDays(1), course.expecting(1));
    var back = evenings.tell(START.plusDays(2), course.expecting(0));

    assertThat(back).filteredOn(line -> line.contains("/Goal/")).hasSize(2);
    assertThat(String.join("\n", back)).contains("\"entered-in-error\"").contains("\"active\"");
  }

  @Test
  void aHeldEvaluationOnAnotherDayIsAnotherContact() {
    evenings.tell(START, course);
    evenings.tell(DUE, course.evaluated(DUE, 1));

    evenings.golden(
        "correction-evaluation", DUE.plusDays(1), course.evaluated(DUE.minusDays(1), 1));
  }

  @Test
  void aCorrectedRevisitationTakesItsResultBackAndTellsAnother() {
    evenings.tell(START, course);
    evenings.tell(DUE, course.evaluated(DUE, 1).completed(DUE, "PERSONAL_CARE"));

    evenings.golden("correction-result", DUE.plusDays(1), course.completed(DUE));
  }

  @Test
  void aGrantWithAnotherCodeIsAnotherGrant() {
    evenings.tell(START, course.underTheElderlyCareAct("REHAB"));

    evenings.golden(
        "correction-grant", START.plusDays(1), course.underTheElderlyCareAct("REHAB-2"));
  }

  @Test
  void aGrantEnteredInErrorIsTakenBackAndNothingElse() {
    evenings.tell(START, course);

    evenings.golden(
        "correction-grant-in-error", START.plusDays(1), course.grant(GrantState.ENTERED_IN_ERROR));
  }

  @Test
  void anAnnulledVisitIsTakenBack() {
    evenings.tell(START, course.reportingVisits(Guide.V1_2));
    course.visited(20, ContactType.HOME, "2026-03-04T08:00:00Z", "45");
    evenings.tell(START.plusDays(2), course);

    evenings.golden("correction-visit", START.plusDays(3), course.unvisited(20));
  }

  @Test
  void aCourseEnteredOnTheWrongCitizenIsTakenBackWhole() {
    evenings.tell(START, course);

    evenings.golden("correction-wrong-citizen", START.plusDays(1), course.in(CourseState.ANNULLED));
    assertThat(evenings.tell(START.plusDays(2), course)).isEmpty();
  }
}
