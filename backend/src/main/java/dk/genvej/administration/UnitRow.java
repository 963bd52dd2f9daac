package dk.genvej.administration;

import dk.genvej.access.UnitKind;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the administrator keeps it.
 *
 * @param beforeDay the first day it is no longer there
 * @param authorId null for a unit that came with the municipality
 */
@MappedEntity("unit")
record UnitRow(
    @Id int municipalityId,
    @Id UUID id,
    @Nullable UUID parentId,
    UnitKind kind,
    String name,
    LocalDate fromDay,
    @Nullable LocalDate beforeDay,
    int version,
    @Nullable UUID authorId,
    Instant receivedAt) {

  boolean covers(LocalDate day) {
    return !fromDay.isAfter(day) && (beforeDay == null || beforeDay.isAfter(day));
  }

  /** Whether it is still there on that day or ever after. */
  boolean reaches(LocalDate day) {
    return beforeDay == null || beforeDay.isAfter(day);
  }
}
