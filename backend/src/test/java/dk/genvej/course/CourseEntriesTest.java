package dk.genvej.course;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseEntriesTest {

  @ParameterizedTest(name = "{0}: plan {1}, scores {2}, visits {3}")
  @CsvSource({
    "REFERRED, PLAN_NOT_BEGUN, PLAN_NOT_BEGUN, ",
    "PLANNING, , , ",
    "ACTIVE, , , ",
    "PAUSED, , , ",
    "EVALUATED, COURSE_CLOSED, , ",
    "COMPLETED, COURSE_CLOSED, COURSE_CLOSED, COURSE_CLOSED",
    "REVIEWED, COURSE_CLOSED, COURSE_CLOSED, COURSE_CLOSED",
    "LAPSED, COURSE_CLOSED, COURSE_CLOSED, COURSE_CLOSED",
    "STOPPED, COURSE_CLOSED, COURSE_CLOSED, COURSE_CLOSED",
    "ANNULLED, COURSE_CLOSED, COURSE_CLOSED, COURSE_CLOSED"
  })
  void whatIsPlannedStandsFromTheEvaluationAndWhatHappensIsWrittenToTheEnd(
      CourseState state, ProblemCode plan, ProblemCode scores, ProblemCode visits) {
    assertThat(code(CourseEntries.refusePlan(state))).isEqualTo(Optional.ofNullable(plan));
    assertThat(code(CourseEntries.refuseScores(state))).isEqualTo(Optional.ofNullable(scores));
    assertThat(code(CourseEntries.refuseVisit(state))).isEqualTo(Optional.ofNullable(visits));
  }

  private static Optional<ProblemCode> code(Optional<Refusal> refusal) {
    return refusal.map(Refusal::code);
  }
}
