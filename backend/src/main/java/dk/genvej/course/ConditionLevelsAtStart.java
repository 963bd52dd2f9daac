package dk.genvej.course;

import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the level every condition of a course has at the start, for what comes of it later. */
@Singleton
class ConditionLevelsAtStart implements CourseListener {

  private final ConditionRepository conditions;
  private final CourseConditionRepository aims;

  ConditionLevelsAtStart(ConditionRepository conditions, CourseConditionRepository aims) {
    this.conditions = conditions;
    this.aims = aims;
  }

  @Override
  public void started(Work work, Course course) {
    var byId =
        conditions.ofCourse(work.municipality(), course.id()).stream()
            .collect(Collectors.toMap(Condition::id, Function.<Condition>identity()));
    for (var aim : aims.ofCourse(work.municipality(), course.id())) {
      keep(work, aim, level(byId, aim.conditionId()));
    }
  }

  private void keep(Work work, CourseCondition aim, int level) {
    var kept = aim.startedAt(level, work.stamp(null));
    aims.update(kept);
    ConditionService.tell(work, kept);
  }

  private static int level(java.util.Map<UUID, Condition> byId, UUID conditionId) {
    var condition = byId.get(conditionId);
    if (condition == null) {
      throw new IllegalStateException("a condition of a course is there");
    }
    return condition.level();
  }
}
