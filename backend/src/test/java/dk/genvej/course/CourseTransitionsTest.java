package dk.genvej.course;

import static dk.genvej.course.CourseAction.COMPLETE;
import static dk.genvej.course.CourseAction.EVALUATE;
import static dk.genvej.course.CourseAction.LAPSE;
import static dk.genvej.course.CourseAction.REVIEW;
import static dk.genvej.course.CourseAction.STOP;
import static dk.genvej.course.CourseState.ACTIVE;
import static dk.genvej.course.CourseState.EVALUATED;
import static dk.genvej.course.CourseState.PAUSED;
import static dk.genvej.course.CourseState.REVIEWED;
import static dk.genvej.shared.ProblemCode.CANNOT_COMPLETE_WHEN_ACTIVE;
import static dk.genvej.shared.ProblemCode.CANNOT_COMPLETE_WHEN_PAUSED;
import static dk.genvej.shared.ProblemCode.CANNOT_EVALUATE_WHEN_PAUSED;
import static dk.genvej.shared.ProblemCode.CANNOT_REVIEW_WHEN_REVIEWED;
import static dk.genvej.shared.ProblemCode.COURSE_ALREADY_OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Golden;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Role;
import dk.genvej.shared.Ruling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTransitionsTest {

  @Test
  void theWholeTableIsAsWritten() {
    var table = table();

    assertThat(table).hasSize(CourseState.values().length * CourseAction.values().length);
    Golden.assertMatches("course/transitions.txt", table);
  }

  /** S2: all goals are met on day 56, and the attempt to close is made on 31 March. */
  @Test
  void aCourseCannotBeCompletedBeforeItsTwelveWeekEvaluation() {
    assertThat(code(ACTIVE, COMPLETE)).isEqualTo(CANNOT_COMPLETE_WHEN_ACTIVE);
    assertThat(code(PAUSED, COMPLETE)).isEqualTo(CANNOT_COMPLETE_WHEN_PAUSED);
  }

  @Test
  void aPauseIsEndedBeforeTheEvaluation() {
    assertThat(code(PAUSED, EVALUATE)).isEqualTo(CANNOT_EVALUATE_WHEN_PAUSED);
  }

  /** S11. */
  @Test
  void aCourseIsSignedOnce() {
    assertThat(code(REVIEWED, REVIEW)).isEqualTo(CANNOT_REVIEW_WHEN_REVIEWED);
  }

  @Test
  void everyRefusedCellIsAConflict() {
    for (var state : CourseState.values()) {
      for (var action : CourseAction.values()) {
        CourseTransitions.next(state, action)
            .refusals()
            .forEach(no -> assertThat(no.code().status()).isEqualTo(409));
      }
    }
  }

  @Test
  void anEndBeforeStartIsALapseAndAfterItAStopAndNoStateAllowsBoth() {
    for (var state : CourseState.values()) {
      var lapse = CourseTransitions.next(state, LAPSE).toOptional().isPresent();
      var stop = CourseTransitions.next(state, STOP).toOptional().isPresent();

      assertThat(lapse).isEqualTo(state.open() && state.beforeStart());
      assertThat(stop).isEqualTo(state.open() && !state.beforeStart());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN_PLAN, THERAPIST",
    "ACTIVATE, THERAPIST",
    "PAUSE, THERAPIST VISITATOR",
    "RESUME, THERAPIST VISITATOR",
    "EVALUATE, THERAPIST",
    "COMPLETE, VISITATOR",
    "REVIEW, COORDINATOR",
    "LAPSE, THERAPIST VISITATOR",
    "STOP, THERAPIST VISITATOR",
    "ANNUL, COORDINATOR"
  })
  void eachActionBelongsToItsRoles(CourseAction action, String roles) {
    var expected = Arrays.stream(roles.split(" ")).map(Role::valueOf).toList();

    assertThat(action.roles()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aCitizenHasOneCourseFromReferredToEvaluated() {
    var open = EnumSet.range(CourseState.REFERRED, EVALUATED);

    for (var state : CourseState.values()) {
      assertThat(CourseState.refuseAnother(List.of(CourseState.STOPPED, state)).map(Refusal::code))
          .isEqualTo(open.contains(state) ? Optional.of(COURSE_ALREADY_OPEN) : Optional.empty());
    }
    assertThat(CourseState.refuseAnother(Set.of())).isEmpty();
  }

  private static ProblemCode code(CourseState state, CourseAction action) {
    return CourseTransitions.next(state, action).refusals().getFirst().code();
  }

  private static List<String> table() {
    var lines = new ArrayList<String>();
    for (var state : CourseState.values()) {
      for (var action : CourseAction.values()) {
        lines.add("%-11s%-12s%s".formatted(state, action, cell(state, action)));
      }
    }
    return lines;
  }

  private static String cell(CourseState state, CourseAction action) {
    return switch (CourseTransitions.next(state, action)) {
      case Ruling.Allowed<CourseState>(CourseState next) -> "-> " + next;
      case Ruling.Refused<CourseState>(List<Refusal> refusals) ->
          refusals.getFirst().code().toString();
    };
  }
}
