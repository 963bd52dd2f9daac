package dk.genvej.citizen;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A citizen (borger). The CPR number is here only sealed and as a keyed index; {@link CprVault}
 * opens it.
 *
 * @param nameKey the name folded for search
 * @param protectedFrom first day of address protection, or null
 * @param protectedUntil its last day; null while it has no end
 * @param livesAlone null while nobody has asked
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("citizen")
public record Citizen(
    @Id int municipalityId,
    @Id UUID id,
    byte[] cprSealed,
    byte[] cprIndex,
    int cprKey,
    String name,
    String nameKey,
    LocalDate birthDate,
    @Nullable String street,
    @Nullable String postalCode,
    @Nullable String city,
    @Nullable String phone,
    @Nullable LocalDate protectedFrom,
    @Nullable LocalDate protectedUntil,
    UUID careAreaId,
    @Nullable UUID responsibleVisitatorId,
    @Relation(EMBEDDED) Flags flags,
    @Nullable LocalDate diedOn,
    @Nullable LocalDate movedAwayOn,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** Whether the address is protected on that day; its last day included (O16). */
  public boolean addressProtected(LocalDate day) {
    return protectedFrom != null && new Protection(protectedFrom, protectedUntil).covers(day);
  }

  /** Everything about the citizen that can be edited. */
  CitizenDetails details() {
    return new CitizenDetails(
        name,
        street,
        postalCode,
        city,
        phone,
        protectedFrom,
        protectedUntil,
        careAreaId,
        responsibleVisitatorId,
        flags);
  }
}
