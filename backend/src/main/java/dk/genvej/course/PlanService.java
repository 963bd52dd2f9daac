package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plan that therapist and citizen make together (R2). */
@Singleton
public class PlanService {

  private final Courses courses;
  private final PlanRepository plans;
  private final Settings settings;

  PlanService(Courses courses, PlanRepository plans, Settings settings) {
    this.courses = courses;
    this.plans = plans;
    this.settings = settings;
  }

  /** REFERRED to PLANNING; the type is the municipality's first until the plan says another. */
  public Written begin(Work work, UUID courseId) {
    var course = courses.forWriting(work, courseId, Verb.PLAN);
    var state =
        RefusalException.valueOf(CourseTransitions.next(course.state(), CourseAction.BEGIN_PLAN));
    var stamp = work.stamp(null);
    var type = settings.today(work).list(Setting.INTERVENTION_TYPES).getFirst();
    var plan =
        new Plan(work.municipality(), courseId, course.citizenId(), null, null, type, 1, stamp);
    plans.save(plan);
    tell(work, "PlanBegun", plan);
    return courses.save(work, "CoursePlanBegun", course.next(stamp).state(state).build(), null);
  }

  /** The version is the plan's own. */
  public Written save(
      Work work,
      UUID courseId,
      @Nullable String citizensWords,
      @Nullable String summary,
      String interventionType) {
    var course = courses.forWriting(work, courseId, Verb.PLAN);
    var plan = requireBegun(work, course);
    work.requireBase(plan.version());
    requireKnown(work, interventionType);
    var next = plan.with(citizensWords, summary, interventionType, work.stamp(null));
    plans.update(next);
    return tell(work, "PlanSaved", next);
  }

  Optional<Plan> find(Work work, UUID courseId) {
    return plans.find(work.municipality(), courseId);
  }

  /** The plan of a course that can still be planned. */
  Plan requireBegun(Work work, Course course) {
    RefusalException.throwIfAny(CourseEntries.refusePlan(course.state()).stream().toList());
    return find(work, course.id())
        .orElseThrow(() -> RefusalException.of(ProblemCode.PLAN_NOT_BEGUN));
  }

  private void requireKnown(Work work, String interventionType) {
    if (!settings.today(work).list(Setting.INTERVENTION_TYPES).contains(interventionType)) {
      throw RefusalException.of(Refusal.at("/interventionType", ProblemCode.UNKNOWN_CODE));
    }
  }

  private static Written tell(Work work, String kind, Plan plan) {
    work.changed(
        new Change(
            kind,
            "plan",
            plan.id(),
            plan.version(),
            plan.citizenId(),
            plan.id(),
            plan.stamp().happenedAt(),
            null));
    return new Written(plan.id(), plan.version());
  }
}
