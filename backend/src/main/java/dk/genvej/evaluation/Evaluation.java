package dk.genvej.evaluation;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.course.Course;
import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation in one version.
 *
 * @param dueOn of the twelve-week one, always the course's due; null for an interim one
 * @param summary what the therapist saw
 * @param timely whether it fell in its window, once submitted; null for an interim one
 * @param correctionReason why this version corrects the one before
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("evaluation")
public record Evaluation(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    EvaluationKind kind,
    EvaluationState state,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate evaluatedOn,
    @Nullable String earlyReason,
    @Nullable String citizensVoice,
    @MappedProperty("progress") @Nullable String summary,
    @Nullable String advice,
    @Nullable Boolean timely,
    @TypeDef(type = DataType.JSON) List<LevelFound> levels,
    @TypeDef(type = DataType.JSON) List<GoalFound> goals,
    @Nullable String correctionReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** The twelve-week evaluation of a course that starts. */
  static Evaluation due(UUID id, Course course, Stamp stamp) {
    var nothing = new Findings(null, null, null, null, null, List.of(), List.of());
    return of(id, course, EvaluationKind.TWELVE_WEEK, EvaluationState.DUE, nothing, stamp);
  }

  static Evaluation interim(UUID id, Course course, Findings findings, Stamp stamp) {
    return of(id, course, EvaluationKind.INTERIM, EvaluationState.SUBMITTED, findings, stamp);
  }

  boolean twelveWeek() {
    return kind == EvaluationKind.TWELVE_WEEK;
  }

  Findings findings() {
    return new Findings(evaluatedOn, earlyReason, citizensVoice, summary, advice, levels, goals);
  }

  Evaluation next(
      EvaluationState newState,
      Findings findings,
      @Nullable Boolean newTimely,
      @Nullable String reason,
      Stamp newStamp) {
    return version(newState, dueOn, findings, newTimely, reason, newStamp);
  }

  Evaluation cancelled(Stamp newStamp) {
    return next(EvaluationState.CANCELLED, findings(), timely, correctionReason, newStamp);
  }

  Evaluation dueOn(LocalDate due, @Nullable Boolean newTimely, Stamp newStamp) {
    return version(state, due, findings(), newTimely, correctionReason, newStamp);
  }

  private static Evaluation of(
      UUID id,
      Course course,
      EvaluationKind kind,
      EvaluationState state,
      Findings findings,
      Stamp stamp) {
    return new Evaluation(
        course.municipalityId(),
        id,
        course.citizenId(),
        course.id(),
        kind,
        state,
        kind == EvaluationKind.TWELVE_WEEK ? course.requireDue() : null,
        findings.evaluatedOn(),
        findings.earlyReason(),
        findings.citizensVoice(),
        findings.summary(),
        findings.advice(),
        null,
        findings.levels(),
        findings.goals(),
        null,
        1,
        stamp);
  }

  private Evaluation version(
      EvaluationState newState,
      @Nullable LocalDate due,
      Findings findings,
      @Nullable Boolean newTimely,
      @Nullable String reason,
      Stamp newStamp) {
    return new Evaluation(
        municipalityId,
        id,
        citizenId,
        courseId,
        kind,
        newState,
        due,
        findings.evaluatedOn(),
        findings.earlyReason(),
        findings.citizensVoice(),
        findings.summary(),
        findings.advice(),
        newTimely,
        findings.levels(),
        findings.goals(),
        reason,
        version + 1,
        newStamp);
  }
}
