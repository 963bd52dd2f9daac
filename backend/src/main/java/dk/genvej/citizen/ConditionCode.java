package dk.genvej.citizen;

import dk.genvej.shared.Title;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code registry/conditions.json}: a problem area of FSIII. The UUID is what is stored
 * and reported; titles are the classification's own and must match it word for word.
 */
public record ConditionCode(UUID uuid, ConditionGroup group, Title title, @Nullable Title note) {}
