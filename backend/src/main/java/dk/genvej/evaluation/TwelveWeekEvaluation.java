package dk.genvej.evaluation;

import dk.genvej.course.Course;
import dk.genvej.course.CourseListener;
import dk.genvej.shared.Ids;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The twelve-week evaluation follows its course: made at the start with the course's due, moved
 * with a corrected start, cancelled when the course is stopped or annulled first (R5, “altid efter
 * 12 uger”).
 */
@Singleton
class TwelveWeekEvaluation implements CourseListener {

  private final Evaluations evaluations;
  private final Schedules schedules;

  TwelveWeekEvaluation(Evaluations evaluations, Schedules schedules) {
    this.evaluations = evaluations;
    this.schedules = schedules;
  }

  @Override
  public void started(Work work, Course course) {
    evaluations.add(
        work, "EvaluationPlanned", Evaluation.due(Ids.next(), course, work.stamp(null)));
  }

  /** One that is submitted already is classified anew against the new due. */
  @Override
  public void startCorrected(Work work, Course course) {
    evaluations
        .twelveWeek(work, course.id())
        .map(
            one ->
                one.dueOn(
                    course.requireDue(),
                    timely(work, course, one.evaluatedOn(), one.timely()),
                    work.stamp(null)))
        .ifPresent(next -> evaluations.save(work, "EvaluationDueMoved", next, null));
  }

  @Override
  public void stopped(Work work, Course course) {
    cancel(work, course);
  }

  @Override
  public void annulled(Work work, Course course) {
    cancel(work, course);
  }

  /** What is submitted stays as it is. */
  private void cancel(Work work, Course course) {
    evaluations
        .twelveWeek(work, course.id())
        .filter(one -> one.state().open())
        .ifPresent(
            one ->
                evaluations.save(
                    work, "EvaluationCancelled", one.cancelled(work.stamp(null)), null));
  }

  private @Nullable Boolean timely(
      Work work, Course course, @Nullable LocalDate evaluatedOn, @Nullable Boolean before) {
    return before == null || evaluatedOn == null
        ? null
        : Timeliness.of(schedules.of(work, course), evaluatedOn) == Timeliness.TIMELY;
  }
}
