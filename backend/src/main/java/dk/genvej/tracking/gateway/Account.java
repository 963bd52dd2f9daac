package dk.genvej.tracking.gateway;

import dk.genvej.shared.Title;
import dk.genvej.tracking.fhir.CitizenWriter;
import dk.genvej.tracking.fhir.Resource;
import dk.genvej.tracking.gateway.CourseOnDay.Aim;
import dk.genvej.tracking.gateway.IdBook.Numbered;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the gateway is to know of a citizen at the end of a day, while it is written: each part
 * adds its resources, and what it had to leave out.
 */
final class Account {

  private final Reporting how;
  private final IdBook ids;
  private final String subject;
  private final List<CourseOnDay> courses;
  private final List<Told> told = new ArrayList<>();
  private final List<Finding> notices = new ArrayList<>();

  private Account(CitizenOnDay citizen, Reporting how, IdBook ids) {
    this.how = how;
    this.ids = ids;
    this.courses = citizen.courses().stream().filter(this::isReported).toList();
    this.subject = citizen(citizen);
  }

  /** The account of a citizen, whole. */
  static Account of(CitizenOnDay citizen, Reporting how, IdBook ids) {
    var account = new Account(citizen, how, ids);
    ConditionTelling.tell(account, citizen);
    for (var course : account.courses) {
      GrantTelling.tell(account, course);
      HelpTelling.tell(account, course);
      ContactTelling.tell(account, course);
      ResultTelling.tell(account, course);
    }
    return account;
  }

  /** Those that had not ended when the municipality began to report, and never were an error. */
  private boolean isReported(CourseOnDay course) {
    return !course.inError() && course.ended().map(end -> !end.isBefore(how.since())).orElse(true);
  }

  private String citizen(CitizenOnDay citizen) {
    var number = ids.number(SourceKey.of(SourceKind.CITIZEN, citizen.id()));
    add(
        number,
        null,
        CitizenWriter.write(
            new CitizenWriter.Reported(number.id(), null, how.sorCode(), true, citizen.dead())));
    return number.id();
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** What is sent although it tells less than it could. */
  List<Finding> notices() {
    return List.copyOf(notices);
  }

  Reporting how() {
    return how;
  }

  List<CourseOnDay> courses() {
    return courses;
  }

  /** The citizen's id. */
  String subject() {
    return subject;
  }

  Numbered number(SourceKind kind, UUID source) {
    return ids.number(SourceKey.of(kind, source));
  }

  Numbered number(SourceKind kind, String source, String identity) {
    return ids.number(new SourceKey(kind, source), identity);
  }

  boolean knows(SourceKind kind, UUID source) {
    return ids.knows(SourceKey.of(kind, source));
  }

  /** The ids of the conditions that a course is about. */
  List<String> conditions(CourseOnDay course) {
    return course.conditionsInFocus().stream()
        .map(one -> number(SourceKind.CONDITION, one).id())
        .toList();
  }

  void add(Numbered number, @Nullable UUID courseId, Resource resource) {
    told.add(number.told(courseId, resource));
  }

  void notice(FindingCode code, Title what) {
    notices.add(new Finding(code, what));
  }

  /** The latest course that has the condition in its plan. */
  @Nullable CourseOnDay courseOf(UUID conditionId) {
    return courses.stream()
        .filter(
            course -> course.aims().stream().map(Aim::conditionId).anyMatch(conditionId::equals))
        .reduce((_, later) -> later)
        .orElse(null);
  }
}
