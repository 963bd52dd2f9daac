package dk.genvej.evaluation;

import dk.genvej.access.Verb;
import dk.genvej.api.model.HelpFigureDraft;
import dk.genvej.course.Course;
import dk.genvej.course.CourseAction;
import dk.genvej.course.CourseOutcome;
import dk.genvej.course.CourseProgress;
import dk.genvej.course.CourseState;
import dk.genvej.course.Courses;
import dk.genvej.course.Mend;
import dk.genvej.referral.Help;
import dk.genvej.referral.HelpFigures;
import dk.genvej.referral.HelpMoment;
import dk.genvej.referral.HelpPlace;
import dk.genvej.referral.RecordedHelp;
import dk.genvej.referral.ShadowListener;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Ratio;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Re-visitation (revisitering): the visitator weighs the need of help anew, which completes the
 * course (O2, R29; SEL § 83(6)). Its record is the after figure of the help.
 */
@Singleton
public class RevisitationService implements ShadowListener {

  private final Courses courses;
  private final CourseProgress progress;
  private final Evaluations evaluations;
  private final HelpFigures figures;
  private final Mend mend;
  private final List<AfterListener> listeners;

  RevisitationService(
      Courses courses,
      CourseProgress progress,
      Evaluations evaluations,
      HelpFigures figures,
      Mend mend,
      List<AfterListener> listeners) {
    this.courses = courses;
    this.progress = progress;
    this.evaluations = evaluations;
    this.figures = figures;
    this.mend = mend;
    this.listeners = listeners;
  }

  /**
   * @param decidedOn becomes the day of completion
   */
  public Written revisit(
      Work work, UUID courseId, UUID id, LocalDate decidedOn, HelpFigureDraft draft) {
    var course = courses.forWriting(work, courseId, Verb.DECIDE);
    progress.require(course, CourseAction.COMPLETE);
    var evaluated = requireEvaluated(work, course);
    var help = RefusalException.valueOf(figures.judge(work, draft, decidedOn, "/after"));
    RefusalException.throwIfAny(
        new CompletionCheck(evaluated, decidedOn, assessed(help).orElse(null))
            .refuse(work.today()));
    var after = assessed(help).orElseThrow();
    var recorded = figures.record(work, id, place(course), after.basis(), after, decidedOn, null);
    progress.completed(work, course, decidedOn, outcome(work, course, after));
    return written(recorded);
  }

  /** A new version of after; category and figures follow, the day of completion stays (R82). */
  public Written correct(Work work, UUID courseId, HelpFigureDraft draft, String reason) {
    var course = courses.forWriting(work, courseId, Verb.MEND);
    if (course.state() == CourseState.ANNULLED) {
      throw RefusalException.of(ProblemCode.RECORD_ANNULLED);
    }
    var standing =
        figures
            .find(work, place(course))
            .orElseThrow(() -> RefusalException.of(ProblemCode.REVISITATION_MISSING));
    mend.require(work, standing.stamp(), null, reason);
    var day = standing.recordedOn();
    var after =
        assessed(RefusalException.valueOf(figures.judge(work, draft, day, "/after")))
            .orElseThrow(
                () -> RefusalException.of(Refusal.at("/after", ProblemCode.AFTER_MISSING)));
    var recorded = figures.record(work, place(course), after.basis(), after, day, reason);
    var corrected =
        progress.outcomeCorrected(work, course, day, outcome(work, course, after), reason);
    listeners.forEach(listener -> listener.afterCorrected(work, corrected));
    return written(recorded);
  }

  /** The outcome of a completed course is counted again; before that there is none. */
  @Override
  public void shadowCorrected(Work work, UUID referralId) {
    evaluations
        .courseOfReferral(work, referralId)
        .map(id -> courses.find(work, id))
        .filter(course -> course.state().hasOutcome())
        .ifPresent(course -> countAgain(work, course));
  }

  private void countAgain(Work work, Course course) {
    var after =
        figures
            .find(work, place(course))
            .flatMap(recorded -> assessed(recorded.help()))
            .orElseThrow();
    var completed = Objects.requireNonNull(course.completedOn(), "a completed course has its day");
    progress.outcomeCorrected(
        work, course, completed, outcome(work, course, after), shadowReason(work, course));
  }

  private @Nullable RecordedHelp shadow(Work work, Course course) {
    return figures.find(work, course.referralId(), HelpMoment.SHADOW).orElse(null);
  }

  private String shadowReason(Work work, Course course) {
    var shadow = shadow(work, course);
    return shadow == null || shadow.reason() == null ? "" : shadow.reason();
  }

  private CourseOutcome outcome(Work work, Course course, Help.Assessed after) {
    var shadow = shadow(work, course);
    var outcome = new Outcome(shadow == null ? new Help.NotAssessed() : shadow.help(), after);
    return new CourseOutcome(
        outcome.category().name(),
        outcome.notComputable().map(Enum::name).orElse(null),
        outcome.degreeOfHelp().map(Ratio::percent).orElse(null),
        outcome.savedMinutes().orElse(null));
  }

  /** The last guard of what the state table says first: no completion without the evaluation. */
  private LocalDate requireEvaluated(Work work, Course course) {
    return evaluations
        .twelveWeek(work, course.id())
        .filter(one -> one.state() == EvaluationState.SUBMITTED)
        .map(Evaluation::evaluatedOn)
        .orElseThrow(() -> RefusalException.of(ProblemCode.TWELVE_WEEK_EVALUATION_MISSING));
  }

  private static HelpPlace place(Course course) {
    return HelpPlace.of(course.citizenId(), course.referralId(), course.id(), HelpMoment.AFTER);
  }

  private static Optional<Help.Assessed> assessed(Help help) {
    return help instanceof Help.Assessed known ? Optional.of(known) : Optional.empty();
  }

  private static Written written(RecordedHelp help) {
    return new Written(help.id(), help.version());
  }
}
