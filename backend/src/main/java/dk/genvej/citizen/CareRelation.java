package dk.genvej.citizen;

import dk.genvej.access.RelationKind;
import dk.genvej.shared.ColumnNames;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a citizen, from a day to before another. Row level security joins these rows,
 * so this is what opens and closes access.
 *
 * @param scopeId a unit, or the user for {@link RelationKind#THERAPIST}
 * @param beforeDay the first day it no longer holds; null while it has no end
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("care_relation")
public record CareRelation(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    @Nullable UUID courseId,
    RelationKind kind,
    UUID scopeId,
    LocalDate fromDay,
    @Nullable LocalDate beforeDay,
    @Nullable UUID authorId,
    Instant receivedAt,
    int version) {

  CareRelation endingBefore(LocalDate day, UUID author, Instant at) {
    var end = day.isBefore(fromDay) ? fromDay : day;
    return new CareRelation(
        municipalityId,
        id,
        citizenId,
        courseId,
        kind,
        scopeId,
        fromDay,
        end,
        author,
        at,
        version + 1);
  }

  boolean covers(LocalDate day) {
    return !fromDay.isAfter(day) && outlasts(day);
  }

  /** Whether it holds on the day, or on a day that comes. */
  boolean outlasts(LocalDate day) {
    return beforeDay == null || beforeDay.isAfter(day);
  }
}
