package dk.genvej.agreement;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.course.CourseEntries;
import dk.genvej.course.Courses;
import dk.genvej.course.Mend;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Time;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Use cases about what became of agreements (R20): only ever added, and struck through (R82). */
@Singleton
public class RegistrationService {

  private final RegistrationRepository repository;
  private final Records<Registration> registrations;
  private final Records<Agreement> agreements;
  private final Courses courses;
  private final Mend mend;

  RegistrationService(
      RegistrationRepository repository,
      AgreementRepository agreements,
      Courses courses,
      Mend mend) {
    this.repository = repository;
    this.registrations =
        new Records<>(
            "registration",
            repository,
            Registration::id,
            Registration::citizenId,
            Registration::courseId);
    this.agreements =
        new Records<>(
            "agreement", agreements, Agreement::id, Agreement::citizenId, Agreement::courseId);
    this.courses = courses;
    this.mend = mend;
  }

  Written register(
      Work work,
      UUID agreementId,
      UUID id,
      RegistrationOutcome outcome,
      Instant told,
      @Nullable String note) {
    var happenedAt = work.happened(told);
    work.lock("agreement", agreementId);
    var agreement = find(work, agreementId);
    var course = courses.ofRecord(work, agreement.citizenId(), agreement.courseId(), Verb.REGISTER);
    RefusalException.throwIfAny(
        Stream.of(
                CourseEntries.refuseVisit(course.state()),
                Refusal.at("/happenedAt", ProblemCode.DATE_IN_FUTURE)
                    .when(happenedAt.isAfter(work.now())),
                agreement.refuseRegistration(Time.dayOf(happenedAt)))
            .flatMap(java.util.Optional::stream)
            .toList());
    return add(work, first(work, agreement, id, outcome, happenedAt, note));
  }

  Written annul(Work work, UUID id, String reason) {
    var citizenId = work.lock("registration", id);
    var current = registrations.get(work, id);
    work.require(Verb.MEND, citizenId, current.courseId());
    mend.require(work, current.stamp(), current.annulledAt(), reason);
    repository.annul(work.municipality(), id, work.now(), work.actor().userId(), reason);
    return tell(
        work, "RegistrationAnnulled", current, current.version() + 1, work.recordedAt(), reason);
  }

  /** Newest first, annulled ones among them. */
  List<Registration> page(Work work, UUID agreementId, Instant before, UUID beforeId, int most) {
    var agreement = find(work, agreementId);
    courses.forReading(work, agreement.courseId(), Verb.READ_AGREEMENTS);
    return repository.page(work.municipality(), agreementId, before, beforeId, most);
  }

  private Agreement find(Work work, UUID id) {
    return agreements.get(work, id);
  }

  private Written add(Work work, Registration registration) {
    registrations.add(work, registration);
    return tell(
        work, "AgreementRegistered", registration, 1, registration.stamp().happenedAt(), null);
  }

  private static Registration first(
      Work work,
      Agreement agreement,
      UUID id,
      RegistrationOutcome outcome,
      Instant happenedAt,
      @Nullable String note) {
    return new Registration(
        work.municipality(),
        id,
        agreement.citizenId(),
        agreement.courseId(),
        agreement.id(),
        outcome,
        happenedAt,
        note,
        null,
        null,
        null,
        1,
        work.stamp(happenedAt));
  }

  private static Written tell(
      Work work, String kind, Registration one, int version, Instant at, @Nullable String reason) {
    work.changed(
        new Change(
            kind, "registration", one.id(), version, one.citizenId(), one.courseId(), at, reason));
    return new Written(one.id(), version);
  }
}
