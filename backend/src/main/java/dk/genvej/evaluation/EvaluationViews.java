package dk.genvej.evaluation;

import dk.genvej.access.Verb;
import dk.genvej.api.model.EvaluatedGoal;
import dk.genvej.api.model.EvaluatedLevel;
import dk.genvej.api.model.EvaluationCorrection;
import dk.genvej.api.model.EvaluationDraft;
import dk.genvej.api.model.EvaluationPage;
import dk.genvej.api.model.EvaluationSubmission;
import dk.genvej.api.model.InterimEvaluationDraft;
import dk.genvej.course.Course;
import dk.genvej.course.CoursePauses;
import dk.genvej.course.CourseSchedule;
import dk.genvej.course.Courses;
import dk.genvej.course.PauseViews;
import dk.genvej.course.RecordedPause;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evaluations as the API shows them and as it sends them. */
@Singleton
class EvaluationViews {

  private final Courses courses;
  private final Evaluations evaluations;
  private final Schedules schedules;
  private final CoursePauses pauses;
  private final PauseViews rests;
  private final EvaluationMapper mapper;
  private final Refs refs;

  EvaluationViews(
      Courses courses,
      Evaluations evaluations,
      Schedules schedules,
      CoursePauses pauses,
      PauseViews rests,
      EvaluationMapper mapper,
      Refs refs) {
    this.courses = courses;
    this.evaluations = evaluations;
    this.schedules = schedules;
    this.pauses = pauses;
    this.rests = rests;
    this.mapper = mapper;
    this.refs = refs;
  }

  /** Oldest first. */
  EvaluationPage page(Work work, UUID courseId, @Nullable String cursor, int limit) {
    var course = courses.forReading(work, courseId, Verb.READ_COURSE);
    var rows = evaluations.page(work, courseId, Cursors.parse(cursor, ""), limit + 1);
    var rested = pauses.ofCourse(work, courseId).stream().filter(RecordedPause::stands).toList();
    var items =
        rows.isEmpty()
            ? Stream.<dk.genvej.api.model.Evaluation>of()
            : views(work, course, Cursors.page(rows, limit), rested);
    return new EvaluationPage(items.toList())
        .next(Cursors.next(rows, limit, one -> new Cursors(place(one), one.id())));
  }

  Findings findings(InterimEvaluationDraft draft) {
    return new Findings(
        draft.getEvaluatedOn(),
        null,
        draft.getCitizensVoice(),
        draft.getSummary(),
        null,
        levels(draft.getLevels()),
        goals(draft.getGoals()));
  }

  Findings findings(EvaluationDraft draft) {
    return new Findings(
        draft.getEvaluatedOn(),
        draft.getEarlyReason(),
        draft.getCitizensVoice(),
        draft.getSummary(),
        draft.getAdvice(),
        levels(draft.getLevels()),
        goals(draft.getGoals()));
  }

  Findings findings(EvaluationSubmission submission) {
    return new Findings(
        submission.getEvaluatedOn(),
        submission.getEarlyReason(),
        submission.getCitizensVoice(),
        submission.getSummary(),
        submission.getAdvice(),
        levels(submission.getLevels()),
        goals(submission.getGoals()));
  }

  Findings findings(EvaluationCorrection correction) {
    return new Findings(
        correction.getEvaluatedOn(),
        correction.getEarlyReason(),
        correction.getCitizensVoice(),
        correction.getSummary(),
        correction.getAdvice(),
        levels(correction.getLevels()),
        goals(correction.getGoals()));
  }

  private Stream<dk.genvej.api.model.Evaluation> views(
      Work work, Course course, List<Evaluation> rows, List<RecordedPause> rested) {
    var schedule = schedules.of(work, course);
    return rows.stream().map(one -> view(work, course, schedule, one, rested));
  }

  dk.genvej.api.model.Evaluation view(
      Work work,
      Course course,
      CourseSchedule schedule,
      Evaluation evaluation,
      List<RecordedPause> rested) {
    var lastDay = course.lastDay(work.today());
    var view =
        new dk.genvej.api.model.Evaluation(
                evaluation.id(),
                evaluation.version(),
                evaluation.courseId(),
                mapper.view(evaluation.kind()),
                mapper.view(evaluation.state()),
                rests.all(work, course, rested),
                refs.stamp(work, evaluation.stamp()))
            .evaluatedOn(evaluation.evaluatedOn())
            .earlyReason(evaluation.earlyReason())
            .citizensVoice(evaluation.citizensVoice())
            .summary(evaluation.summary())
            .advice(evaluation.advice())
            .levels(evaluation.levels().stream().map(mapper::view).toList())
            .goals(evaluation.goals().stream().map(mapper::view).toList())
            .correctionReason(evaluation.correctionReason());
    return evaluation.twelveWeek()
        ? dated(view, evaluation, schedule)
            .activeDays(CoursePauses.standing(rested).activeDays(schedule, lastDay))
        : view;
  }

  /** What only the twelve-week one has. */
  private static dk.genvej.api.model.Evaluation dated(
      dk.genvej.api.model.Evaluation view, Evaluation evaluation, CourseSchedule schedule) {
    return view.dueOn(evaluation.dueOn())
        .windowFrom(schedule.timelyFrom())
        .windowUntil(schedule.timelyUntil())
        .onTime(evaluation.timely());
  }

  private List<LevelFound> levels(@Nullable List<EvaluatedLevel> levels) {
    return Objects.requireNonNullElse(levels, List.<EvaluatedLevel>of()).stream()
        .map(mapper::record)
        .toList();
  }

  private List<GoalFound> goals(@Nullable List<EvaluatedGoal> goals) {
    return Objects.requireNonNullElse(goals, List.<EvaluatedGoal>of()).stream()
        .map(mapper::record)
        .toList();
  }

  /** One not held yet stands on its due day. */
  private static String place(Evaluation evaluation) {
    return String.valueOf(Objects.requireNonNullElse(evaluation.evaluatedOn(), evaluation.dueOn()));
  }
}
