package dk.genvej.evaluation;

import dk.genvej.course.ConditionLevels;
import dk.genvej.course.Course;
import dk.genvej.goal.Goal;
import dk.genvej.goal.GoalService;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions and goals an evaluation judges. What was found is carried to them, as a version of
 * their own, where it says something new.
 */
@Singleton
class Judged {

  private final ConditionLevels levels;
  private final GoalService goals;

  Judged(ConditionLevels levels, GoalService goals) {
    this.levels = levels;
    this.goals = goals;
  }

  FindingsCheck check(Work work, Course course) {
    var standing = goals.standing(work, course.id());
    return new FindingsCheck(
        levels.of(work, course),
        standing.stream().map(Goal::id).collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Levels and statuses as they now are.
   *
   * @param before the day the findings stood for until they were corrected, if they are corrected
   */
  void carry(Work work, Course course, Findings findings, @Nullable LocalDate before) {
    var day = Objects.requireNonNull(findings.evaluatedOn(), "a submitted evaluation has a day");
    levels.found(work, course, byCondition(findings), day, before);
    carryStatuses(work, course, findings);
  }

  /** Besides, what the twelve-week evaluation found is where the course ended. */
  void carryEnd(Work work, Course course, Findings findings) {
    levels.ended(work, course, byCondition(findings));
  }

  private void carryStatuses(Work work, Course course, Findings findings) {
    var found =
        findings.goals().stream().collect(Collectors.toMap(GoalFound::goalId, GoalFound::status));
    for (var goal : goals.standing(work, course.id())) {
      var status = found.getOrDefault(goal.id(), goal.status());
      if (status != goal.status()) {
        goals.judge(work, goal, status);
      }
    }
  }

  private static Map<UUID, Integer> byCondition(Findings findings) {
    return findings.levels().stream()
        .collect(Collectors.toMap(LevelFound::conditionId, LevelFound::level));
  }
}
