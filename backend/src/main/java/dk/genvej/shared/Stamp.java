package dk.genvej.shared;

import io.micronaut.data.annotation.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who made this version of a record, where, and its three times.
 *
 * @param happenedAt when the thing itself took place, as the author says
 * @param recordedAt when it was written down, by the tablet's clock; may be wrong and orders
 *     nothing
 * @param receivedAt when the server got it
 * @param deviceId the tablet, or null from a desk or an import
 * @param mutationId the write that made it, or null for an import
 */
@Embeddable
public record Stamp(
    Instant happenedAt,
    Instant recordedAt,
    Instant receivedAt,
    UUID authorId,
    @Nullable UUID deviceId,
    @Nullable UUID mutationId) {}
