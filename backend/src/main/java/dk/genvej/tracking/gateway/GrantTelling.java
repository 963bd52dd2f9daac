package dk.genvej.tracking.gateway;

import dk.genvej.course.CourseState;
import dk.genvej.course.GrantState;
import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.Title;
import dk.genvej.tracking.fhir.Intervention;
import dk.genvej.tracking.fhir.PlannedInterventionWriter;
import dk.genvej.tracking.fhir.PlannedInterventionWriter.Status;
import dk.genvej.tracking.gateway.CourseOnDay.Granted;
import dk.genvej.tracking.gateway.IdBook.Numbered;
import dk.genvej.tracking.gateway.contract.FindingCode;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a course is granted. A grant ends with its course, as nobody may change it after that: as
 * completed where the course was, as revoked where it was not.
 */
final class GrantTelling {

  private GrantTelling() {}

  static void tell(Account account, CourseOnDay course) {
    var standing =
        course.grants().stream()
            .filter(grant -> grant.state() != GrantState.ENTERED_IN_ERROR)
            .toList();
    if (standing.isEmpty() && course.started() && course.state().open()) {
      account.notice(FindingCode.COURSE_WITHOUT_GRANT, new Title("-", "-"));
    }
    standing.forEach(grant -> tell(account, course, grant));
  }

  private static void tell(Account account, CourseOnDay course, Granted grant) {
    var intervention = intervention(account, grant);
    if (course.legalBasis() == LegalBasis.AELDRELOVEN_10
        && intervention.level3() == null
        && course.state().open()) {
      var title = Objects.requireNonNullElse(intervention.title(), grant.code());
      account.notice(FindingCode.LEVEL3_MISSING, new Title(title, title));
    }
    var number = number(account, grant);
    account.add(
        number,
        course.id(),
        PlannedInterventionWriter.write(
            new PlannedInterventionWriter.Reported(
                number.id(),
                account.subject(),
                intervention,
                grant.deliveryTypes().stream()
                    .flatMap(type -> account.how().classification().deliveryType(type).stream())
                    .toList(),
                status(course, grant),
                grant.from(),
                until(course, grant),
                account.conditions(course))));
  }

  /** Its id, as contacts that deliver it refer to it. */
  static Numbered number(Account account, Granted grant) {
    return account.number(
        SourceKind.GRANT, grant.id().toString(), intervention(account, grant).identity());
  }

  private static Intervention intervention(Account account, Granted grant) {
    var level3 = grant.level3Code();
    return new Intervention(
        grant.code(),
        account.how().classification().interventionTitle(grant.code()),
        level3 == null ? null : Intervention.local(level3, grant.level3Name()));
  }

  private static Status status(CourseOnDay course, Granted grant) {
    return switch (grant.state()) {
      case ENTERED_IN_ERROR -> Status.IN_ERROR;
      case COMPLETED -> Status.COMPLETED;
      case REVOKED -> revoked(course);
      case ACTIVE, ON_HOLD -> standing(course, grant);
    };
  }

  private static Status standing(CourseOnDay course, Granted grant) {
    return switch (course.state()) {
      case COMPLETED, REVIEWED -> Status.COMPLETED;
      case STOPPED, LAPSED -> revoked(course);
      case PAUSED -> Status.ON_HOLD;
      case REFERRED, PLANNING, ACTIVE, EVALUATED ->
          grant.state() == GrantState.ON_HOLD
              ? Status.ON_HOLD
              : course.started() ? Status.ACTIVE : Status.READY;
      case ANNULLED -> Status.IN_ERROR;
    };
  }

  private static Status revoked(CourseOnDay course) {
    return course.started() ? Status.REVOKED : Status.REVOKED_BEFORE_START;
  }

  /** Planned until the course has ended; a grant that ends by its course ends with it. */
  private static @Nullable LocalDate until(CourseOnDay course, Granted grant) {
    var planned = grant.until();
    var byCourse = grant.state() == GrantState.ACTIVE || grant.state() == GrantState.ON_HOLD;
    if (!byCourse || course.state() == CourseState.LAPSED) {
      return planned;
    }
    return course
        .ended()
        .map(end -> planned != null && planned.isBefore(end) ? planned : end)
        .map(end -> end.isBefore(grant.from()) ? grant.from() : end)
        .orElse(planned);
  }
}
