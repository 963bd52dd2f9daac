package dk.genvej.tracking.gateway;

import dk.genvej.tracking.fhir.ConditionWriter;
import dk.genvej.tracking.fhir.GoalWriter;
import dk.genvej.tracking.gateway.CitizenOnDay.ConditionOnDay;
import dk.genvej.tracking.gateway.CourseOnDay.Aim;
import dk.genvej.tracking.gateway.contract.FindingCode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Conditions with their levels, and what courses expect of them. */
final class ConditionTelling {

  private ConditionTelling() {}

  static void tell(Account account, CitizenOnDay citizen) {
    for (var condition : citizen.conditions()) {
      var course = account.courseOf(condition.id());
      if (course != null) {
        tell(account, condition, course.id());
        goals(account, condition);
      }
    }
  }

  private static void tell(Account account, ConditionOnDay condition, UUID courseId) {
    var number = account.number(SourceKind.CONDITION, condition.id());
    account.add(
        number,
        courseId,
        ConditionWriter.write(
            new ConditionWriter.Reported(
                number.id(),
                account.subject(),
                condition.code().toString(),
                account.how().classification().conditionTitle(condition.code()),
                account.how().classification().level(condition.level()),
                condition.active() && inFocus(account, condition.id()),
                condition.active(),
                condition.recordedOn())));
  }

  /** Of a course that is under way: when it ends, the condition falls out of focus. */
  private static boolean inFocus(Account account, UUID condition) {
    return account.courses().stream()
        .filter(course -> course.state().open())
        .flatMap(course -> course.aims().stream())
        .anyMatch(aim -> aim.inFocus() && aim.conditionId().equals(condition));
  }

  private static void goals(Account account, ConditionOnDay condition) {
    for (var course : account.courses()) {
      for (var aim : course.aims()) {
        if (aim.conditionId().equals(condition.id()) && course.started()) {
          goal(account, condition, course, aim);
        }
      }
    }
  }

  /** There is a goal from the start on, as nothing is agreed before it. */
  private static void goal(Account account, ConditionOnDay condition, CourseOnDay course, Aim aim) {
    if (aim.expectedLevel() == null) {
      if (aim.inFocus() && course.state().open()) {
        account.notice(
            FindingCode.EXPECTED_LEVEL_MISSING,
            account.how().classification().condition(condition.code()));
      }
      return;
    }
    var level =
        Objects.requireNonNull(
            account.how().classification().level(aim.expectedLevel()), "was checked");
    var startsOn = later(Objects.requireNonNull(course.startedOn()), aim.since());
    var number = account.number(SourceKind.GOAL, aim.id().toString(), level + " " + startsOn);
    account.add(
        number,
        course.id(),
        GoalWriter.write(
            new GoalWriter.Reported(
                number.id(),
                account.subject(),
                account.number(SourceKind.CONDITION, condition.id()).id(),
                level,
                startsOn,
                course.state().open() && aim.inFocus())));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }
}
