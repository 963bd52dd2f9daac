package dk.genvej.course;

import static dk.genvej.course.CourseState.ACTIVE;
import static dk.genvej.course.CourseState.PAUSED;
import static dk.genvej.course.CourseState.PLANNING;
import static dk.genvej.course.CourseState.REFERRED;
import static dk.genvej.shared.ProblemCode.COURSE_CLOSED;
import static dk.genvej.shared.ProblemCode.PLAN_NOT_BEGUN;

import dk.genvej.shared.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries a course still takes. What was planned stands still from the evaluation on, as that
 * judges it; what happened is written until the course has ended.
 */
public final class CourseEntries {

  private static final Set<CourseState> PLANNABLE = EnumSet.of(PLANNING, ACTIVE, PAUSED);

  private CourseEntries() {}

  /** Plan, goals and agreements. */
  public static Optional<Refusal> refusePlan(CourseState state) {
    return refuseBeforePlan(state)
        .or(() -> Refusal.of(COURSE_CLOSED).when(!PLANNABLE.contains(state)));
  }

  /** Scores, which belong to a plan. */
  public static Optional<Refusal> refuseScores(CourseState state) {
    return refuseBeforePlan(state).or(() -> refuseVisit(state));
  }

  /** Visits and notes; the first visit may come before the plan. */
  public static Optional<Refusal> refuseVisit(CourseState state) {
    return Refusal.of(COURSE_CLOSED).when(!state.open());
  }

  private static Optional<Refusal> refuseBeforePlan(CourseState state) {
    return Refusal.of(PLAN_NOT_BEGUN).when(state == REFERRED);
  }
}
