package dk.genvej.tracking.delivery;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * A version that is to be sent now: the lowest of its course that is not settled.
 *
 * @param attempts made before
 * @param refusals among them
 */
@Introspected
record DueDelivery(UUID id, UUID trackingId, int version, int attempts, int refusals) {}
