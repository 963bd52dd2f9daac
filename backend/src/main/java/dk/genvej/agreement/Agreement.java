package dk.genvej.agreement;

import static dk.genvej.shared.ProblemCode.AGREEMENT_ENDED;
import static dk.genvej.shared.ProblemCode.AGREEMENT_NOT_IN_FORCE;
import static dk.genvej.shared.ProblemCode.PERIOD_REVERSED;
import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.course.Course;
import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement (aftale), in one version.
 *
 * @param untilDay the last day that was agreed
 * @param endedOn the last day after all, when it was ended before
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("agreement")
public record Agreement(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    ActorRole actorRole,
    @Nullable UUID unitId,
    String action,
    BigDecimal timesPerWeek,
    LocalDate fromDay,
    LocalDate untilDay,
    @Nullable LocalDate endedOn,
    @Nullable String endReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  static Agreement of(Course course, UUID id, AgreementTerms terms, Stamp stamp) {
    return new Agreement(
        course.municipalityId(),
        id,
        course.citizenId(),
        course.id(),
        terms.actorRole(),
        terms.unitId(),
        terms.action(),
        terms.timesPerWeek(),
        terms.from(),
        terms.until(),
        null,
        null,
        1,
        stamp);
  }

  Agreement with(AgreementTerms terms, Stamp newStamp) {
    return version(terms, null, null, newStamp);
  }

  Agreement ending(LocalDate lastDay, String reason, Stamp newStamp) {
    return version(terms(), lastDay, reason, newStamp);
  }

  /** The last day it holds. */
  public LocalDate lastDay() {
    return Objects.requireNonNullElse(endedOn, untilDay);
  }

  /** An agreement is ended once; when it has run out by then, there is nothing to end. */
  Optional<Refusal> refuseEnd(LocalDate lastDay) {
    return Refusal.of(AGREEMENT_ENDED)
        .when(endedOn != null || lastDay.isAfter(untilDay))
        .or(() -> Refusal.at("/until", PERIOD_REVERSED).when(lastDay.isBefore(fromDay)));
  }

  Optional<Refusal> refuseChange() {
    return Refusal.of(AGREEMENT_ENDED).when(endedOn != null);
  }

  /** What was done outside its days was not done by this agreement; both days included. */
  Optional<Refusal> refuseRegistration(LocalDate day) {
    return Refusal.at("/happenedAt", AGREEMENT_NOT_IN_FORCE)
        .when(day.isBefore(fromDay) || day.isAfter(lastDay()));
  }

  /** Those in force first, then those to come, then those that are over; each by first day. */
  String place(LocalDate today) {
    var group = lastDay().isBefore(today) ? "2" : fromDay.isAfter(today) ? "1" : "0";
    return group + DateTimeFormatter.BASIC_ISO_DATE.format(fromDay);
  }

  private AgreementTerms terms() {
    return new AgreementTerms(actorRole, unitId, action, timesPerWeek, fromDay, untilDay);
  }

  private Agreement version(
      AgreementTerms terms, @Nullable LocalDate lastDay, @Nullable String reason, Stamp newStamp) {
    return new Agreement(
        municipalityId,
        id,
        citizenId,
        courseId,
        terms.actorRole(),
        terms.unitId(),
        terms.action(),
        terms.timesPerWeek(),
        terms.from(),
        terms.until(),
        lastDay,
        reason,
        version + 1,
        newStamp);
  }
}
