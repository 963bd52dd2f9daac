package dk.genvej.visit;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.course.Course;
import dk.genvej.course.CourseEntries;
import dk.genvej.course.Courses;
import dk.genvej.course.Mend;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Time;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Use cases about visits (R9, R86). The visitor is whoever plans it or came. */
@Singleton
public class VisitService {

  private final VisitRepository repository;
  private final Records<Visit> visits;
  private final Courses courses;
  private final Mend mend;

  VisitService(VisitRepository repository, Courses courses, Mend mend) {
    this.repository = repository;
    this.visits = new Records<>("visit", repository, Visit::id, Visit::citizenId, Visit::courseId);
    this.courses = courses;
    this.mend = mend;
  }

  Written plan(Work work, UUID courseId, UUID id, Planned planned) {
    var course = courses.forWriting(work, courseId, Verb.VISIT);
    throwIfAny(CourseEntries.refuseVisit(course.state()), planned.refuse(work.writtenOn()));
    return add(work, "VisitPlanned", first(work, course, id, planned).planned(planned).make());
  }

  /** A visit nobody had planned. */
  public Written record(Work work, UUID courseId, UUID id, Held told) {
    var held = told.at(work.happened(told.at()));
    var course = courses.forWriting(work, courseId, Verb.VISIT);
    throwIfAny(CourseEntries.refuseVisit(course.state()), held.refuse(work.now()));
    var visitor = work.actor().userId();
    var visit =
        VisitVersion.first(course, id, visitor, held.contactType(), work.stamp(held.at()))
            .held(held, visitor)
            .make();
    return add(work, "VisitHeld", visit);
  }

  /** To another time, length or kind. */
  Written move(Work work, UUID id, Planned planned) {
    var current = lock(work, id);
    var course = courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.VISIT);
    work.requireBase(current.version());
    RefusalException.valueOf(VisitTransitions.next(current.state(), VisitAction.MOVE));
    throwIfAny(CourseEntries.refuseVisit(course.state()), planned.refuse(work.writtenOn()));
    var next = VisitVersion.after(current, work.stamp(null)).planned(planned).make();
    return save(work, "VisitMoved", next, null);
  }

  /** Also in a course that has ended, as that leaves visits behind that nobody makes. */
  Written cancel(Work work, UUID id, String reason) {
    var current = lock(work, id);
    courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.VISIT);
    RefusalException.valueOf(VisitTransitions.next(current.state(), VisitAction.CANCEL));
    var next = VisitVersion.after(current, work.stamp(null)).cancelled(reason).make();
    return save(work, "VisitCancelled", next, reason);
  }

  Written hold(Work work, UUID id, Held told) {
    var held = told.at(work.happened(told.at()));
    var current = lock(work, id);
    var course = courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.VISIT);
    RefusalException.valueOf(VisitTransitions.next(current.state(), VisitAction.HOLD));
    throwIfAny(CourseEntries.refuseVisit(course.state()), held.refuse(work.now()));
    var next =
        VisitVersion.after(current, work.stamp(held.at())).held(held, work.actor().userId()).make();
    return save(work, "VisitHeld", next, null);
  }

  Written annul(Work work, UUID id, String reason) {
    var current = lock(work, id);
    courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.MEND);
    mend.require(work, current.stamp(), current.annulledAt(), reason);
    var next =
        VisitVersion.after(current, work.stamp(null))
            .annulled(work.now(), work.actor().userId(), reason)
            .make();
    return save(work, "VisitAnnulled", next, reason);
  }

  /** Newest first. */
  List<Visit> page(Work work, UUID courseId, Instant before, UUID beforeId, int limit) {
    courses.forReading(work, courseId, Verb.READ_COURSE);
    return repository.page(work.municipality(), courseId, before, beforeId, limit);
  }

  /** The actor's own visits of the day, over all areas; each citizen is disclosed. */
  List<Visit> today(Work work, Instant after, UUID afterId, int limit) {
    var start = work.today().atStartOfDay(Time.ZONE).toInstant();
    var end = work.today().plusDays(1).atStartOfDay(Time.ZONE).toInstant();
    var found =
        repository.between(
            work.municipality(), work.actor().userId(), start, end, after, afterId, limit);
    work.discloseAll(found.stream().map(Visit::citizenId).toList());
    return found;
  }

  private static VisitVersion first(Work work, Course course, UUID id, Planned planned) {
    var visitor = work.actor().userId();
    return VisitVersion.first(course, id, visitor, planned.contactType(), work.stamp(null));
  }

  private Visit lock(Work work, UUID id) {
    work.lock("visit", id);
    return visits.get(work, id);
  }

  @SafeVarargs
  private static void throwIfAny(Optional<Refusal>... refusals) {
    RefusalException.throwIfAny(Stream.of(refusals).flatMap(Optional::stream).toList());
  }

  private Written add(Work work, String kind, Visit visit) {
    visits.add(work, visit);
    return tell(work, kind, visit, null);
  }

  private Written save(Work work, String kind, Visit visit, @Nullable String reason) {
    visits.save(work, visit);
    return tell(work, kind, visit, reason);
  }

  private static Written tell(Work work, String kind, Visit visit, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "visit",
            visit.id(),
            visit.version(),
            visit.citizenId(),
            visit.courseId(),
            visit.stamp().happenedAt(),
            reason));
    return new Written(visit.id(), visit.version());
  }
}
