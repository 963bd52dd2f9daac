package dk.genvej.evaluation;

import dk.genvej.access.Verb;
import dk.genvej.course.Course;
import dk.genvej.course.CourseAction;
import dk.genvej.course.CourseProgress;
import dk.genvej.course.CourseState;
import dk.genvej.course.Courses;
import dk.genvej.course.Mend;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Use cases of the therapist's evaluations; the re-visitation is {@link RevisitationService}. */
@Singleton
public class EvaluationService {

  private static final Set<CourseState> LOCKED =
      Set.of(CourseState.COMPLETED, CourseState.REVIEWED, CourseState.ANNULLED);

  private final Evaluations evaluations;
  private final Courses courses;
  private final CourseProgress progress;
  private final Schedules schedules;
  private final Judged judged;
  private final Mend mend;

  EvaluationService(
      Evaluations evaluations,
      Courses courses,
      CourseProgress progress,
      Schedules schedules,
      Judged judged,
      Mend mend) {
    this.evaluations = evaluations;
    this.courses = courses;
    this.progress = progress;
    this.schedules = schedules;
    this.judged = judged;
    this.mend = mend;
  }

  /** The twelve-week evaluation stays as it was, even when every goal is achieved (R6). */
  public Written addInterim(Work work, UUID courseId, UUID id, Findings findings) {
    var course = courses.forWriting(work, courseId, Verb.PLAN);
    new InterimCheck(course)
        .refuse(day(findings), work.today())
        .ifPresent(EvaluationService::refuse);
    RefusalException.throwIfAny(judged.check(work, course).refuse(findings));
    var interim = Evaluation.interim(id, course, findings, work.stamp(null));
    var written = evaluations.add(work, "InterimEvaluationAdded", interim);
    judged.carry(work, course, findings, null);
    return written;
  }

  public Written saveDraft(Work work, UUID id, Findings findings) {
    work.lock("evaluation", id);
    var current = evaluations.find(work, id);
    var course = courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.PLAN);
    work.requireBase(current.version());
    requireTwelveWeek(current);
    var state = next(current, EvaluationAction.SAVE);
    RefusalException.throwIfAny(judged.check(work, course).refuse(findings));
    var draft = current.next(state, findings, null, null, work.stamp(null));
    return evaluations.save(work, "EvaluationDraftSaved", draft, null);
  }

  /** Active to evaluated: the course waits for the re-visitation. */
  public Written submit(Work work, UUID id, Findings findings) {
    work.lock("evaluation", id);
    var current = evaluations.find(work, id);
    var course = courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.PLAN);
    requireTwelveWeek(current);
    progress.require(course, CourseAction.EVALUATE);
    var state = next(current, EvaluationAction.SUBMIT);
    requireWhole(work, course, findings);
    var timely = timely(work, course, findings);
    var submitted = current.next(state, findings, timely, null, work.stamp(null));
    var written = evaluations.save(work, "EvaluationSubmitted", submitted, null);
    judged.carry(work, course, findings, null);
    judged.carryEnd(work, course, findings);
    progress.evaluated(work, course, day(findings));
    return written;
  }

  /** A new version with a reason, until the course is completed (R82). */
  public Written correct(Work work, UUID id, Findings findings, String reason) {
    work.lock("evaluation", id);
    var current = evaluations.find(work, id);
    var course = courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.MEND);
    work.requireBase(current.version());
    var state = next(current, EvaluationAction.CORRECT);
    requireUnlocked(course);
    mend.require(work, current.stamp(), null, reason);
    return current.twelveWeek()
        ? correctTwelveWeek(work, course, current, state, findings, reason)
        : correctInterim(work, course, current, state, findings, reason);
  }

  private Written correctTwelveWeek(
      Work work,
      Course course,
      Evaluation current,
      EvaluationState state,
      Findings findings,
      String reason) {
    requireWhole(work, course, findings);
    var timely = timely(work, course, findings);
    var corrected = current.next(state, findings, timely, reason, work.stamp(null));
    var written = evaluations.save(work, "EvaluationCorrected", corrected, reason);
    judged.carry(work, course, findings, current.evaluatedOn());
    judged.carryEnd(work, course, findings);
    if (!day(findings).equals(course.evaluatedOn())) {
      progress.evaluationDayCorrected(work, course, day(findings), reason);
    }
    return written;
  }

  private Written correctInterim(
      Work work,
      Course course,
      Evaluation current,
      EvaluationState state,
      Findings findings,
      String reason) {
    InterimCheck.refuseDay(course, day(findings), work.today())
        .ifPresent(EvaluationService::refuse);
    RefusalException.throwIfAny(judged.check(work, course).refuse(findings));
    var corrected = current.next(state, findings, null, reason, work.stamp(null));
    var written = evaluations.save(work, "EvaluationCorrected", corrected, reason);
    judged.carry(work, course, findings, current.evaluatedOn());
    return written;
  }

  /** All that is wrong with the day and with what was found, told at once. */
  private void requireWhole(Work work, Course course, Findings findings) {
    var early = Objects.requireNonNullElse(findings.earlyReason(), "");
    List<Refusal> refusals =
        Stream.concat(
                schedules
                    .of(work, course)
                    .refuseEvaluation(day(findings), work.today(), early)
                    .stream(),
                judged.check(work, course).refuseWhole(findings).stream())
            .toList();
    RefusalException.throwIfAny(refusals);
  }

  private boolean timely(Work work, Course course, Findings findings) {
    return Timeliness.of(schedules.of(work, course), day(findings)) == Timeliness.TIMELY;
  }

  private static void requireTwelveWeek(Evaluation evaluation) {
    if (!evaluation.twelveWeek()) {
      throw RefusalException.of(ProblemCode.EVALUATION_NOT_TWELVE_WEEK);
    }
  }

  private static void requireUnlocked(Course course) {
    if (LOCKED.contains(course.state())) {
      throw RefusalException.of(ProblemCode.EVALUATION_LOCKED);
    }
  }

  private static EvaluationState next(Evaluation evaluation, EvaluationAction action) {
    return RefusalException.valueOf(EvaluationTransitions.next(evaluation.state(), action));
  }

  private static LocalDate day(Findings findings) {
    return Objects.requireNonNull(findings.evaluatedOn(), "asked for by the contract");
  }

  private static void refuse(Refusal refusal) {
    throw RefusalException.of(refusal);
  }
}
