package dk.genvej.tracking;

import dk.genvej.citizen.Age;
import dk.genvej.citizen.AgeBand;
import dk.genvej.course.CourseState;
import dk.genvej.evaluation.GoalAttainment;
import dk.genvej.evaluation.ScaleChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands to be told of a course: its end once it is completed or stopped, and each follow-up
 * that is recorded. A course entered in error, one under way and one that never started have
 * nothing to tell.
 */
record DueOutcomes(CourseFacts course, List<ScaleChange> changes, List<FollowUpFacts> followUps) {

  /** The end of the course first. */
  List<OutcomeFigures> all() {
    var due = new ArrayList<OutcomeFigures>();
    if (course.state().hasOutcome()) {
      due.add(end(OutcomeEvent.COMPLETED, course.completedOn()));
      followUps.stream().map(this::followUp).forEach(due::add);
    }
    if (course.state() == CourseState.STOPPED) {
      due.add(end(OutcomeEvent.STOPPED, course.stoppedOn()));
    }
    return due;
  }

  private OutcomeFigures end(OutcomeEvent event, @Nullable LocalDate day) {
    return new OutcomeFigures(
        content(event, known(day), FollowUpTold.NONE),
        changes.stream().map(InstrumentResult::of).toList());
  }

  private OutcomeFigures followUp(FollowUpFacts one) {
    var told = new FollowUpTold(one.month(), one.minutes(), one.basis(), one.result());
    return new OutcomeFigures(content(OutcomeEvent.FOLLOW_UP, one.heldOn(), told), List.of());
  }

  private OutcomeContent content(OutcomeEvent event, LocalDate day, FollowUpTold followUp) {
    var start = known(course.startedOn());
    var goals = GoalAttainment.of(course.goalStatuses());
    boolean end = event != OutcomeEvent.FOLLOW_UP;
    return new OutcomeContent(
        event,
        day,
        course.districtId(),
        course.servingUnit(),
        AgeBand.of(Age.on(start, course.birthDate())),
        course.livesAlone(),
        course.legalBasis(),
        course.interventionType(),
        course.referralReason(),
        start,
        known(course.dueOn()),
        end ? course.evaluatedOn() : null,
        course.completedOn(),
        course.stoppedOn(),
        course.stopReason(),
        course.stopWeek(),
        HelpTold.of(course.beforeMinutes(), course.beforeBasis()),
        HelpTold.of(course.shadowMinutes(), course.shadowBasis()),
        HelpTold.of(course.afterMinutes(), course.afterBasis()),
        course.category(),
        course.categoryReason(),
        end ? goals.met() : null,
        end ? goals.total() : null,
        end ? course.visits() : null,
        end ? course.visitMinutes() : null,
        followUp,
        course.cohort());
  }

  private static LocalDate known(@Nullable LocalDate day) {
    return Objects.requireNonNull(day, "a course that has ended has its days");
  }
}
