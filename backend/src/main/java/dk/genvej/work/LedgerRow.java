package dk.genvej.work;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A write that landed. No body is kept, and no row is ever removed.
 *
 * @param clockAhead seconds by which the times it told were put right, as the tablet's clock was
 *     ahead by so much; null when it was not
 */
@MappedEntity("mutation")
record LedgerRow(
    int municipalityId,
    @Id UUID id,
    UUID userId,
    @Nullable UUID deviceId,
    String operation,
    byte[] bodyHash,
    int status,
    UUID resourceId,
    int version,
    Instant recordedAt,
    Instant receivedAt,
    @Nullable Integer clockAhead) {

  Landed landed() {
    return new Landed(userId, bodyHash, status, new Written(resourceId, version));
  }
}
