package dk.genvej.administration;

import dk.genvej.access.UnitKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a unit that can be changed.
 *
 * @param until the last day, if any
 */
record UnitDetails(
    String name,
    UnitKind kind,
    @Nullable UUID parentId,
    LocalDate from,
    @Nullable LocalDate until) {}
