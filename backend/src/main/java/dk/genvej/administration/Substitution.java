package dk.genvej.administration;

import dk.genvej.shared.Role;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person stands in for another in a role (vikar), both days included (O16).
 *
 * @param untilDay the last day, as it was planned
 * @param endedOn the first day without, when it was ended early
 */
@MappedEntity("substitution")
record Substitution(
    @Id int municipalityId,
    @Id UUID id,
    UUID absentId,
    UUID substituteId,
    Role role,
    LocalDate fromDay,
    LocalDate untilDay,
    @Nullable LocalDate endedOn,
    int version,
    UUID authorId,
    Instant receivedAt) {

  /** The last day it holds. */
  LocalDate lastDay() {
    return endedOn == null ? untilDay : endedOn.minusDays(1);
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(fromDay) && !day.isAfter(lastDay());
  }

  boolean overlaps(Substitution other) {
    return !fromDay.isAfter(other.lastDay()) && !other.fromDay.isAfter(lastDay());
  }

  /** The same, ending with that day. */
  Substitution endingWith(LocalDate last, UUID author, Instant at) {
    return new Substitution(
        municipalityId,
        id,
        absentId,
        substituteId,
        role,
        fromDay,
        untilDay,
        last.plusDays(1),
        version + 1,
        author,
        at);
  }
}
