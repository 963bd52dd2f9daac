package dk.genvej.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the organisation (enhed). */
@MappedEntity("unit")
public record Unit(
    @Id int municipalityId,
    @Id UUID id,
    @Nullable UUID parentId,
    UnitKind kind,
    String name,
    LocalDate fromDay,
    @Nullable LocalDate beforeDay,
    int version) {}
