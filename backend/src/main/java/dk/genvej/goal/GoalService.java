package dk.genvej.goal;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.course.Course;
import dk.genvej.course.CourseEntries;
import dk.genvej.course.Courses;
import dk.genvej.course.Mend;
import dk.genvej.goal.GoalRepository.KnownCondition;
import dk.genvej.http.Cursors;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Use cases about goals: set, and changed, together with the citizen (R3). */
@Singleton
public class GoalService {

  private final GoalRepository repository;
  private final Records<Goal> goals;
  private final Courses courses;
  private final Mend mend;

  GoalService(GoalRepository repository, Courses courses, Mend mend) {
    this.repository = repository;
    this.goals = new Records<>("goal", repository, Goal::id, Goal::citizenId, Goal::courseId);
    this.courses = courses;
    this.mend = mend;
  }

  public Written set(Work work, UUID courseId, UUID id, GoalDetails details) {
    var course = courses.forWriting(work, courseId, Verb.PLAN);
    throwIfAny(
        CourseEntries.refusePlan(course.state()),
        details.terms().refuse(),
        refuseCondition(work, course, details));
    var goal = GoalVersions.first(course, id, details, work.stamp(null));
    goals.add(work, goal);
    return tell(work, "GoalSet", goal, null);
  }

  /** Nothing is overwritten: an edit based on another version is told the current one (R11). */
  Written change(Work work, UUID id, GoalDetails details, GoalStatus status) {
    var current = lock(work, id);
    var course = courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.PLAN);
    work.requireBase(current.version());
    throwIfAny(
        Refusal.of(ProblemCode.RECORD_ANNULLED).when(!current.stands()),
        CourseEntries.refusePlan(course.state()),
        current
            .terms()
            .refuseChangeTo(
                details.terms(), current.agreedWithCitizen(), details.agreedWithCitizen()),
        refuseCondition(work, course, details));
    var next = GoalVersions.next(current, agreed(current, details), status, work.stamp(null));
    return save(work, "GoalChanged", next, null);
  }

  Written annul(Work work, UUID id, String reason) {
    var current = lock(work, id);
    courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.MEND);
    mend.require(work, current.stamp(), current.annulledAt(), reason);
    var annulled = new GoalVersions.Annulled(work.now(), work.actor().userId(), reason);
    var next = GoalVersions.annulled(current, annulled, work.stamp(null));
    return save(work, "GoalAnnulled", next, reason);
  }

  /** Oldest first, annulled ones too. */
  List<Goal> page(Work work, UUID courseId, Cursors after, int limit) {
    var course = courses.forReading(work, courseId, Verb.READ_AGREEMENTS);
    return repository.page(work.municipality(), course.id(), after.id(), limit);
  }

  /** Every version of one goal, newest first. */
  List<Goal> history(Work work, UUID id, int before, int limit) {
    var goal = find(work, id);
    courses.forReading(work, goal.courseId(), Verb.READ_COURSE);
    return repository.versions(work.municipality(), id, before, limit);
  }

  /** The goals of a course that count, oldest first; whoever calls has asked for access. */
  public List<Goal> standing(Work work, UUID courseId) {
    return goals
        .ofCourse(work, courseId, courses -> repository.standing(work.municipality(), courses))
        .stream()
        .filter(Goal::stands)
        .sorted(Comparator.comparing(goal -> goal.id().toString()))
        .toList();
  }

  /** Gives a goal the status an evaluation found; the citizen is locked and access asked for. */
  public Written judge(Work work, Goal current, GoalStatus status) {
    var details =
        new GoalDetails(current.conditionId(), current.terms(), current.agreedWithCitizen());
    var next = GoalVersions.next(current, details, status, work.stamp(null));
    return save(work, "GoalChanged", next, null);
  }

  private Goal lock(Work work, UUID id) {
    work.lock("goal", id);
    return find(work, id);
  }

  private Goal find(Work work, UUID id) {
    return goals.get(work, id);
  }

  /** Terms that are the same stay agreed, whatever the edit says of its change. */
  private static GoalDetails agreed(Goal current, GoalDetails details) {
    var stays = current.agreedWithCitizen() && current.terms().equals(details.terms());
    return new GoalDetails(
        details.conditionId(), details.terms(), stays || details.agreedWithCitizen());
  }

  private Optional<Refusal> refuseCondition(Work work, Course course, GoalDetails details) {
    var known =
        work
            .ofCitizen(
                "conditions",
                course.citizenId(),
                citizens -> repository.conditions(work.municipality(), citizens),
                KnownCondition::citizenId)
            .stream()
            .anyMatch(condition -> condition.id().equals(details.conditionId()));
    return Refusal.at("/conditionId", ProblemCode.REFERENCE_NOT_FOUND).when(!known);
  }

  @SafeVarargs
  private static void throwIfAny(Optional<Refusal>... refusals) {
    RefusalException.throwIfAny(Stream.of(refusals).flatMap(Optional::stream).toList());
  }

  private Written save(Work work, String kind, Goal goal, @Nullable String reason) {
    goals.save(work, goal);
    return tell(work, kind, goal, reason);
  }

  private static Written tell(Work work, String kind, Goal goal, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "goal",
            goal.id(),
            goal.version(),
            goal.citizenId(),
            goal.courseId(),
            goal.stamp().happenedAt(),
            reason));
    return new Written(goal.id(), goal.version());
  }
}
