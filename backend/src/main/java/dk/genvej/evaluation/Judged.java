package dk.genvej.evaluation;

import dk.genvej.audit.Change;
import dk.genvej.course.Course;
import dk.genvej.goal.Goal;
import dk.genvej.goal.GoalService;
import dk.genvej.shared.Stamp;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions and goals an evaluation judges. What was found is carried to them, as a version of
 * their own, where it says something new.
 */
@Singleton
class Judged {

  private final ConditionLevelRepository conditions;
  private final CourseLevelRepository courseLevels;
  private final GoalService goals;

  Judged(
      ConditionLevelRepository conditions, CourseLevelRepository courseLevels, GoalService goals) {
    this.conditions = conditions;
    this.courseLevels = courseLevels;
    this.goals = goals;
  }

  FindingsCheck check(Work work, Course course) {
    var levels = conditions.ofCourse(work.municipality(), course.id());
    var standing = goals.standing(work, course.id());
    return new FindingsCheck(
        levels.stream().map(ConditionLevel::id).collect(Collectors.toUnmodifiableSet()),
        standing.stream().map(Goal::id).collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Levels and statuses as they now are.
   *
   * @param before the day the findings stood for until they were corrected, if they are corrected
   */
  void carry(Work work, Course course, Findings findings, @Nullable LocalDate before) {
    carryLevels(work, course, findings, before);
    carryStatuses(work, course, findings);
  }

  /** Besides, what the twelve-week evaluation found is where the course ended. */
  void carryEnd(Work work, Course course, Findings findings) {
    var found =
        findings.levels().stream()
            .collect(Collectors.toMap(LevelFound::conditionId, LevelFound::level));
    for (var standing : courseLevels.ofCourse(work.municipality(), course.id())) {
      var level = found.get(standing.conditionId());
      if (!Objects.equals(level, standing.levelAtEnd())) {
        var next = standing.atEnd(level, work.stamp(null));
        courseLevels.update(next);
        tell(
            work,
            "CourseConditionEvaluated",
            "course_condition",
            course,
            next.id(),
            next.version(),
            next.stamp());
      }
    }
  }

  /** A level found later than the evaluation, for example in the next course, stays. */
  private void carryLevels(
      Work work, Course course, Findings findings, @Nullable LocalDate before) {
    var day = Objects.requireNonNull(findings.evaluatedOn(), "a submitted evaluation has a day");
    var standing =
        conditions.ofCourse(work.municipality(), course.id()).stream()
            .collect(Collectors.toMap(ConditionLevel::id, Function.identity()));
    for (var found : findings.levels()) {
      var condition = Objects.requireNonNull(standing.get(found.conditionId()), "was checked");
      var latest = !condition.levelOn().isAfter(day) || condition.levelOn().equals(before);
      var news = condition.level() != found.level() || !condition.levelOn().equals(day);
      if (latest && news) {
        var next = condition.found(found.level(), day, work.stamp(null));
        conditions.update(next);
        tell(
            work,
            "ConditionEvaluated",
            "condition",
            course,
            next.id(),
            next.version(),
            next.stamp());
      }
    }
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

  private static void tell(
      Work work, String kind, String type, Course course, UUID id, int version, Stamp stamp) {
    work.changed(
        new Change(
            kind, type, id, version, course.citizenId(), course.id(), stamp.happenedAt(), null));
  }
}
