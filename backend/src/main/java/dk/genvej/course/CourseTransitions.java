package dk.genvej.course;

import static dk.genvej.course.CourseAction.ACTIVATE;
import static dk.genvej.course.CourseAction.ANNUL;
import static dk.genvej.course.CourseAction.BEGIN_PLAN;
import static dk.genvej.course.CourseAction.COMPLETE;
import static dk.genvej.course.CourseAction.EVALUATE;
import static dk.genvej.course.CourseAction.LAPSE;
import static dk.genvej.course.CourseAction.PAUSE;
import static dk.genvej.course.CourseAction.RESUME;
import static dk.genvej.course.CourseAction.REVIEW;
import static dk.genvej.course.CourseAction.STOP;
import static dk.genvej.course.CourseState.ACTIVE;
import static dk.genvej.course.CourseState.ANNULLED;
import static dk.genvej.course.CourseState.COMPLETED;
import static dk.genvej.course.CourseState.EVALUATED;
import static dk.genvej.course.CourseState.LAPSED;
import static dk.genvej.course.CourseState.PAUSED;
import static dk.genvej.course.CourseState.PLANNING;
import static dk.genvej.course.CourseState.REFERRED;
import static dk.genvej.course.CourseState.REVIEWED;
import static dk.genvej.course.CourseState.STOPPED;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.util.Map;

/**
 * The states of a course and the way between them (O14): each row is a state, what may be done
 * there and where it leads. An annulled course leads nowhere.
 *
 * <p>All else is refused with {@code CANNOT_<ACTION>_WHEN_<STATE>}; cell by cell the table is
 * {@code golden/course/transitions.txt} among the tests.
 */
public final class CourseTransitions {

  private static final Map<CourseState, Map<CourseAction, CourseState>> TABLE =
      Map.of(
          REFERRED, Map.of(BEGIN_PLAN, PLANNING, LAPSE, LAPSED, ANNUL, ANNULLED),
          PLANNING, Map.of(ACTIVATE, ACTIVE, LAPSE, LAPSED, ANNUL, ANNULLED),
          // Not to COMPLETED: goals met early end the visits and not the evaluation (S2).
          ACTIVE, Map.of(PAUSE, PAUSED, EVALUATE, EVALUATED, STOP, STOPPED, ANNUL, ANNULLED),
          // Not to EVALUATED: the pause is ended first (O16).
          PAUSED, Map.of(RESUME, ACTIVE, STOP, STOPPED, ANNUL, ANNULLED),
          EVALUATED, Map.of(COMPLETE, COMPLETED, STOP, STOPPED, ANNUL, ANNULLED),
          COMPLETED, Map.of(REVIEW, REVIEWED, ANNUL, ANNULLED),
          REVIEWED, Map.of(ANNUL, ANNULLED),
          LAPSED, Map.of(ANNUL, ANNULLED),
          STOPPED, Map.of(ANNUL, ANNULLED));

  private CourseTransitions() {}

  /** The state the action leads to, or why it cannot be done now. Roles are asked for before. */
  public static Ruling<CourseState> next(CourseState state, CourseAction action) {
    var next = TABLE.getOrDefault(state, Map.of()).get(action);
    return next == null ? Ruling.refuse(Refusal.of(cannot(action, state))) : Ruling.allow(next);
  }

  private static ProblemCode cannot(CourseAction action, CourseState state) {
    return ProblemCode.valueOf("CANNOT_" + action + "_WHEN_" + state);
  }
}
