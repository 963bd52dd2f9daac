package dk.genvej.logcontrol;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the access log.
 *
 * @param citizens their ids, by spaces
 */
@Introspected
record LogLine(
    UUID id,
    Instant receivedAt,
    @Nullable UUID userId,
    String roles,
    String operation,
    String outcome,
    @Nullable String purpose,
    String citizens) {

  List<UUID> citizenIds() {
    return Arrays.stream(citizens.split(" "))
        .filter(id -> !id.isBlank())
        .map(UUID::fromString)
        .toList();
  }
}
