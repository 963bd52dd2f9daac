package dk.genvej.course;

import dk.genvej.access.RelationKind;
import dk.genvej.citizen.CareRelations;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The steps of a course that are taken elsewhere: evaluated when its twelve-week evaluation is
 * submitted, completed when it is re-visited. The citizen must be locked and the verb asked for.
 */
@Singleton
public class CourseProgress {

  private final Courses courses;
  private final CareRelations relations;
  private final List<CourseListener> listeners;

  CourseProgress(Courses courses, CareRelations relations, List<CourseListener> listeners) {
    this.courses = courses;
    this.relations = relations;
    this.listeners = listeners;
  }

  /** Refuses the step as the state table does, before the rest of a use case is judged. */
  public CourseState require(Course course, CourseAction action) {
    return RefusalException.valueOf(CourseTransitions.next(course.state(), action));
  }

  public Course evaluated(Work work, Course course, LocalDate evaluatedOn) {
    var next =
        course
            .next(work.stamp(null))
            .state(require(course, CourseAction.EVALUATE))
            .evaluated(evaluatedOn)
            .build();
    courses.save(work, "CourseEvaluated", next, null);
    return next;
  }

  /** A corrected evaluation may have been held on another day. */
  public Course evaluationDayCorrected(
      Work work, Course course, LocalDate evaluatedOn, String reason) {
    var next = course.next(work.stamp(null)).evaluated(evaluatedOn).build();
    courses.save(work, "CourseEvaluationCorrected", next, reason);
    return next;
  }

  /** Ends the access of the therapist's colleagues; the therapist keeps theirs, to read. */
  public Course completed(Work work, Course course, LocalDate completedOn, CourseOutcome outcome) {
    var next =
        version(work, course, outcome)
            .state(require(course, CourseAction.COMPLETE))
            .completed(completedOn)
            .build();
    courses.save(work, "CourseCompleted", next, null);
    endCourseArea(work, course.citizenId(), course.id());
    listeners.forEach(listener -> listener.completed(work, next));
    return next;
  }

  /**
   * The outcome counted again, after a corrected shadow or after.
   *
   * @param completedOn the day of the re-visitation, which a correction may move
   */
  public Course outcomeCorrected(
      Work work, Course course, LocalDate completedOn, CourseOutcome outcome, String reason) {
    var next = version(work, course, outcome).completed(completedOn).build();
    courses.save(work, "CourseOutcomeCorrected", next, reason);
    return next;
  }

  /** From today only those responsible see the course, beside the authority. */
  void endCourseArea(Work work, UUID citizenId, UUID courseId) {
    relations.end(
        work,
        citizenId,
        work.today(),
        relation ->
            relation.kind() == RelationKind.COURSE_AREA && courseId.equals(relation.courseId()));
  }

  private static CourseVersion version(Work work, Course course, CourseOutcome outcome) {
    return course
        .next(work.stamp(null))
        .outcome(
            outcome.category(),
            outcome.categoryReason(),
            outcome.degreeOfHelp(),
            outcome.savedMinutes());
  }
}
