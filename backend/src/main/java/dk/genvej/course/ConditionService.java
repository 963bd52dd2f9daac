package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.Ids;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Stamp;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The citizen's conditions, and what a course means to do about them. */
@Singleton
public class ConditionService {

  private final Courses courses;
  private final PlanService plans;
  private final ConditionRepository conditions;
  private final CourseConditionRepository aims;
  private final CodeRegistry codes;

  ConditionService(
      Courses courses,
      PlanService plans,
      ConditionRepository conditions,
      CourseConditionRepository aims,
      CodeRegistry codes) {
    this.courses = courses;
    this.plans = plans;
    this.conditions = conditions;
    this.aims = aims;
    this.codes = codes;
  }

  /** Records a condition, or finds it anew; the version is the condition's own. */
  public Written put(Work work, UUID courseId, UUID conditionId, ConditionFinding finding) {
    var course = courses.forWriting(work, courseId, Verb.PLAN);
    plans.requireBegun(work, course);
    var citizen = course.citizenId();
    var current = conditions.find(work.municipality(), citizen, conditionId).orElse(null);
    work.requireBaseOrNew(current == null ? 0 : current.version());
    RefusalException.valueOf(codes.condition(finding.code()));
    RefusalException.throwIfAny(finding.refuse(codes.levels(), work.today()));
    var stamp = work.stamp(null);
    var next =
        current == null
            ? first(work, citizen, conditionId, finding, stamp)
            : again(current, finding, stamp);
    aim(work, course, conditionId, finding, stamp);
    return tell(work, "ConditionRecorded", next, courseId);
  }

  private Condition first(
      Work work, UUID citizen, UUID conditionId, ConditionFinding finding, Stamp stamp) {
    if (conditions.byCode(work.municipality(), citizen, finding.code()).isPresent()) {
      throw RefusalException.of(ProblemCode.CONDITION_ALREADY_RECORDED);
    }
    var condition =
        new Condition(
            work.municipality(),
            conditionId,
            citizen,
            finding.code(),
            finding.level(),
            finding.on(),
            finding.on(),
            true,
            1,
            stamp);
    conditions.save(condition);
    return condition;
  }

  private Condition again(Condition current, ConditionFinding finding, Stamp stamp) {
    if (!current.code().equals(finding.code())) {
      throw RefusalException.of(Refusal.at("/code", ProblemCode.CODE_CANNOT_CHANGE));
    }
    if (!current.active()) {
      throw RefusalException.of(ProblemCode.CONDITION_ALREADY_RECORDED);
    }
    var condition = current.found(finding.level(), finding.on(), stamp);
    conditions.update(condition);
    return condition;
  }

  private void aim(
      Work work, Course course, UUID conditionId, ConditionFinding finding, Stamp stamp) {
    var id = aimId(course.id(), conditionId);
    var current = aims.find(work.municipality(), id);
    var next =
        current
            .map(it -> it.aimedAt(finding.expectedLevel(), finding.inFocus(), stamp))
            .orElseGet(
                () ->
                    new CourseCondition(
                        work.municipality(),
                        id,
                        course.citizenId(),
                        course.id(),
                        conditionId,
                        finding.expectedLevel(),
                        finding.inFocus(),
                        null,
                        null,
                        1,
                        stamp));
    if (current.isPresent()) {
      aims.update(next);
    } else {
      aims.save(next);
    }
    tell(work, "CourseConditionRecorded", next);
  }

  /** The same for a course and a condition wherever it is made. */
  static UUID aimId(UUID courseId, UUID conditionId) {
    return Ids.named(courseId + " " + conditionId);
  }

  static void tell(Work work, String kind, CourseCondition aim) {
    work.changed(
        new Change(
            kind,
            "course_condition",
            aim.id(),
            aim.version(),
            aim.citizenId(),
            aim.courseId(),
            aim.stamp().happenedAt(),
            null));
  }

  static Written tell(Work work, String kind, Condition condition, @Nullable UUID courseId) {
    work.changed(
        new Change(
            kind,
            "condition",
            condition.id(),
            condition.version(),
            condition.citizenId(),
            courseId,
            condition.stamp().happenedAt(),
            null));
    return new Written(condition.id(), condition.version());
  }
}
