package dk.genvej.evaluation;

import static dk.genvej.shared.ProblemCode.COURSE_CLOSED;
import static dk.genvej.shared.ProblemCode.COURSE_NOT_STARTED;
import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.EVALUATION_BEFORE_START;

import dk.genvej.course.Course;
import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** When an interim evaluation can be held: on any day of a started course that is still open. */
public record InterimCheck(Course course) {

  public Optional<Refusal> refuse(LocalDate day, LocalDate today) {
    return refuseState().or(() -> refuseDay(course, day, today));
  }

  /** Asked of a corrected one too, whatever has become of its course. */
  static Optional<Refusal> refuseDay(Course course, LocalDate day, LocalDate today) {
    var start = course.requireStart();
    return Refusal.at("/evaluatedOn", DATE_IN_FUTURE)
        .with("today", today)
        .when(day.isAfter(today))
        .or(
            () ->
                Refusal.at("/evaluatedOn", EVALUATION_BEFORE_START)
                    .with("start", start)
                    .when(day.isBefore(start)));
  }

  private Optional<Refusal> refuseState() {
    var code = course.state().open() ? COURSE_NOT_STARTED : COURSE_CLOSED;
    return Refusal.of(code).when(!course.state().open() || course.state().beforeStart());
  }
}
