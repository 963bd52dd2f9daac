package dk.genvej.tracking.gateway;

import dk.genvej.course.GrantState;
import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.Time;
import dk.genvej.tracking.fhir.Codes;
import dk.genvej.tracking.fhir.CompletedInterventionWriter;
import dk.genvej.tracking.fhir.Encounter;
import dk.genvej.tracking.fhir.EncounterWriter;
import dk.genvej.tracking.fhir.EncounterWriter.Mode;
import dk.genvej.tracking.gateway.CourseOnDay.Evaluated;
import dk.genvej.tracking.gateway.CourseOnDay.FollowedUp;
import dk.genvej.tracking.gateway.CourseOnDay.Granted;
import dk.genvej.tracking.gateway.CourseOnDay.Visited;
import dk.genvej.visit.ContactType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contacts: the days of follow-up, which must be reported while they are planned, and visits where
 * the municipality reports them.
 */
final class ContactTelling {

  private static final BigDecimal SECONDS = BigDecimal.valueOf(60);

  private ContactTelling() {}

  static void tell(Account account, CourseOnDay course) {
    course.evaluations().forEach(one -> evaluation(account, course, one));
    course.followUps().forEach(one -> followUp(account, course, one));
    if (account.how().visits()) {
      course.visits().stream()
          .filter(one -> one.type() != ContactType.TEAM_MEETING)
          .forEach(one -> visit(account, course, one));
    }
    firstVisit(account, course);
  }

  private static void evaluation(Account account, CourseOnDay course, Evaluated one) {
    switch (one.state()) {
      case DUE, DRAFT -> planned(account, course, SourceKind.EVALUATION, one.id(), due(one));
      case SUBMITTED ->
          held(
              account,
              course,
              SourceKind.EVALUATION,
              one.id(),
              Objects.requireNonNull(one.evaluatedOn(), "submitted"));
      case CANCELLED -> cancelled(account, course, SourceKind.EVALUATION, one.id(), due(one));
    }
  }

  private static LocalDate due(Evaluated one) {
    return Objects.requireNonNull(one.dueOn(), "only the twelve-week one is planned");
  }

  private static void followUp(Account account, CourseOnDay course, FollowedUp one) {
    switch (one.state()) {
      case DUE -> planned(account, course, SourceKind.FOLLOW_UP, one.id(), one.dueOn());
      case RECORDED ->
          held(
              account,
              course,
              SourceKind.FOLLOW_UP,
              one.id(),
              Objects.requireNonNull(one.heldOn(), "recorded"));
      case CANCELLED -> cancelled(account, course, SourceKind.FOLLOW_UP, one.id(), one.dueOn());
    }
  }

  private static void planned(
      Account account, CourseOnDay course, SourceKind kind, UUID id, LocalDate due) {
    add(account, course, account.number(kind, id), Encounter.PLANNED, due);
  }

  /** Belongs to its day: on another it is another contact. */
  private static void held(
      Account account, CourseOnDay course, SourceKind kind, UUID id, LocalDate day) {
    var number = account.number(kind, id.toString(), day.toString());
    add(account, course, number, Encounter.FINISHED, day);
  }

  /** What nobody was told of need not be cancelled. */
  private static void cancelled(
      Account account, CourseOnDay course, SourceKind kind, UUID id, LocalDate due) {
    if (account.knows(kind, id)) {
      add(account, course, account.number(kind, id), Encounter.CANCELLED, due);
    }
  }

  private static void add(
      Account account, CourseOnDay course, IdBook.Numbered number, String status, LocalDate day) {
    account.add(
        number,
        course.id(),
        EncounterWriter.write(
            new EncounterWriter.Reported(
                number.id(),
                account.subject(),
                status,
                Mode.HOME,
                Codes.FOLLOW_UP,
                day.toString(),
                null,
                account.conditions(course),
                List.of())));
  }

  // ---- visits

  /** One that delivers no grant has nothing to be reported by. */
  private static void visit(Account account, CourseOnDay course, Visited visit) {
    var day = Time.dayOf(visit.heldAt());
    var plans =
        course.grants().stream()
            .filter(grant -> covers(grant, day))
            .map(grant -> GrantTelling.number(account, grant).id())
            .toList();
    if (plans.isEmpty()) {
      return;
    }
    var number = account.number(SourceKind.VISIT, visit.id().toString(), text(visit.heldAt()));
    account.add(
        number,
        course.id(),
        EncounterWriter.write(
            new EncounterWriter.Reported(
                number.id(),
                account.subject(),
                Encounter.FINISHED,
                mode(visit.type()),
                account.how().guide().delivery(),
                text(visit.heldAt()),
                end(visit),
                List.of(),
                plans)));
  }

  private static boolean covers(Granted grant, LocalDate day) {
    var until = grant.until();
    return grant.state() != GrantState.ENTERED_IN_ERROR
        && !day.isBefore(grant.from())
        && (until == null || !day.isAfter(until));
  }

  private static Mode mode(ContactType type) {
    return switch (type) {
      case HOME, TEAM_MEETING -> Mode.HOME;
      case SCREEN -> Mode.SCREEN;
      case PHONE -> Mode.PHONE;
    };
  }

  private static @Nullable String end(Visited visit) {
    var minutes = visit.minutes();
    return minutes == null
        ? null
        : text(visit.heldAt().plus(Duration.ofSeconds(minutes.multiply(SECONDS).longValue())));
  }

  /**
   * Under ældreloven the first talk about how to plan a course is an intervention of its own that
   * nobody grants. Told where the municipality has named its code.
   */
  private static void firstVisit(Account account, CourseOnDay course) {
    var intervention = account.how().service(Reporting.FIRST_VISIT).orElse(null);
    if (intervention == null || course.legalBasis() != LegalBasis.AELDRELOVEN_10) {
      return;
    }
    course.visits().stream()
        .filter(one -> one.type() == ContactType.HOME)
        .min(Comparator.comparing(Visited::heldAt))
        .ifPresent(
            first -> {
              var at = text(first.heldAt());
              var number =
                  account.number(
                      SourceKind.FIRST_VISIT,
                      course.id().toString(),
                      intervention.identity() + " " + at);
              account.add(
                  number,
                  course.id(),
                  CompletedInterventionWriter.write(
                      new CompletedInterventionWriter.Reported(
                          number.id(),
                          account.subject(),
                          intervention,
                          at,
                          account.conditions(course))));
            });
  }

  /** With the offset of Denmark, to the second. */
  static String text(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .atZone(Time.ZONE)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
