package dk.genvej.course;

import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a course's conditions: kept as they are at its start, found anew by its evaluations
 * and kept as they are at its end, for what comes of it later.
 */
@Singleton
public class ConditionLevels implements CourseListener {

  private final ConditionRepository conditions;
  private final CourseConditionRepository aims;

  ConditionLevels(ConditionRepository conditions, CourseConditionRepository aims) {
    this.conditions = conditions;
    this.aims = aims;
  }

  @Override
  public void started(Work work, Course course) {
    var byId = byId(work, course);
    for (var aim : aims(work, course)) {
      keep(work, "CourseConditionRecorded", aim.startedAt(level(byId, aim), work.stamp(null)));
    }
  }

  /** The conditions in the plan of a course. */
  public Set<UUID> of(Work work, Course course) {
    return byId(work, course).keySet();
  }

  /**
   * An evaluation found these levels, by condition. A level found later than the evaluation, for
   * example in the next course, stays.
   *
   * @param before the day they stood for until they were corrected, if they are corrected
   */
  public void found(
      Work work,
      Course course,
      Map<UUID, Integer> levels,
      LocalDate day,
      @Nullable LocalDate before) {
    var standing = byId(work, course);
    levels.forEach(
        (id, level) -> {
          var condition = Objects.requireNonNull(standing.get(id), "was checked");
          var latest = !condition.levelOn().isAfter(day) || condition.levelOn().equals(before);
          var news = condition.level() != level || !condition.levelOn().equals(day);
          if (latest && news) {
            var next = condition.found(level, day, work.stamp(null));
            conditions.update(next);
            ConditionService.tell(work, "ConditionEvaluated", next, course.id());
          }
        });
  }

  /** The twelve-week evaluation found these, which is where the course ended. */
  public void ended(Work work, Course course, Map<UUID, Integer> levels) {
    for (var aim : aims(work, course)) {
      var level = levels.get(aim.conditionId());
      if (!Objects.equals(level, aim.levelAtEnd())) {
        keep(work, "CourseConditionEvaluated", aim.endedAt(level, work.stamp(null)));
      }
    }
  }

  private void keep(Work work, String kind, CourseCondition kept) {
    aims.update(kept);
    ConditionService.tell(work, kind, kept);
  }

  private List<CourseCondition> aims(Work work, Course course) {
    return aims.ofCourse(work.municipality(), course.id());
  }

  private Map<UUID, Condition> byId(Work work, Course course) {
    return conditions.ofCourse(work.municipality(), course.id()).stream()
        .collect(Collectors.toMap(Condition::id, Function.<Condition>identity()));
  }

  private static int level(Map<UUID, Condition> byId, CourseCondition aim) {
    return Objects.requireNonNull(byId.get(aim.conditionId()), "a condition of a course is there")
        .level();
  }
}
