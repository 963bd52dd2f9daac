package dk.genvej.agreement;

import dk.genvej.access.UnitKind;
import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.course.CourseEntries;
import dk.genvej.course.Courses;
import dk.genvej.http.Cursors;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Use cases about agreements (R4). */
@Singleton
public class AgreementService {

  private static final Set<UnitKind> SERVING = EnumSet.of(UnitKind.CARE_TEAM, UnitKind.SUPPLIER);

  private final AgreementRepository repository;
  private final Records<Agreement> agreements;
  private final Courses courses;

  AgreementService(AgreementRepository repository, Courses courses) {
    this.repository = repository;
    this.agreements =
        new Records<>(
            "agreement", repository, Agreement::id, Agreement::citizenId, Agreement::courseId);
    this.courses = courses;
  }

  Written make(Work work, UUID courseId, UUID id, AgreementTerms terms) {
    var course = courses.forWriting(work, courseId, Verb.PLAN);
    throwIfAny(CourseEntries.refusePlan(course.state()), terms.refuse(), refuseUnit(work, terms));
    var agreement = Agreement.of(course, id, terms, work.stamp(null));
    agreements.add(work, agreement);
    return tell(work, "AgreementMade", agreement, null);
  }

  Written change(Work work, UUID id, AgreementTerms terms) {
    var current = lock(work, id);
    var course = courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.PLAN);
    work.requireBase(current.version());
    throwIfAny(
        CourseEntries.refusePlan(course.state()),
        current.refuseChange(),
        terms.refuse(),
        refuseUnit(work, terms));
    return save(work, "AgreementChanged", current.with(terms, work.stamp(null)), null);
  }

  /** Also in a course that has ended, so that nobody goes on with it. */
  Written end(Work work, UUID id, LocalDate lastDay, String reason) {
    var current = lock(work, id);
    courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.PLAN);
    throwIfAny(current.refuseEnd(lastDay));
    var ended = current.ending(lastDay, reason, work.stamp(null));
    return save(work, "AgreementEnded", ended, reason);
  }

  /** Those in force first. */
  List<Agreement> page(Work work, UUID courseId, Cursors after, int limit) {
    var course = courses.forReading(work, courseId, Verb.READ_AGREEMENTS);
    return repository.page(
        work.municipality(), course.id(), work.today(), after.value(), after.id(), limit);
  }

  private Agreement lock(Work work, UUID id) {
    work.lock("agreement", id);
    return agreements.get(work, id);
  }

  private static Optional<Refusal> refuseUnit(Work work, AgreementTerms terms) {
    var unitId = terms.unitId();
    return Refusal.at("/unitId", ProblemCode.UNIT_KIND_WRONG)
        .when(unitId != null && !SERVING.contains(work.units().get(unitId).kind()));
  }

  @SafeVarargs
  private static void throwIfAny(Optional<Refusal>... refusals) {
    RefusalException.throwIfAny(Stream.of(refusals).flatMap(Optional::stream).toList());
  }

  private Written save(Work work, String kind, Agreement agreement, @Nullable String reason) {
    agreements.save(work, agreement);
    return tell(work, kind, agreement, reason);
  }

  private static Written tell(
      Work work, String kind, Agreement agreement, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "agreement",
            agreement.id(),
            agreement.version(),
            agreement.citizenId(),
            agreement.courseId(),
            agreement.stamp().happenedAt(),
            reason));
    return new Written(agreement.id(), agreement.version());
  }
}
