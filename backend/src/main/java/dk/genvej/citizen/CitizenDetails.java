package dk.genvej.citizen;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything about a citizen that a visitator can change. */
public record CitizenDetails(
    String name,
    @Nullable String street,
    @Nullable String postalCode,
    @Nullable String city,
    @Nullable String phone,
    @Nullable LocalDate protectedFrom,
    @Nullable LocalDate protectedUntil,
    UUID careAreaId,
    @Nullable UUID responsibleVisitatorId,
    Flags flags) {}
