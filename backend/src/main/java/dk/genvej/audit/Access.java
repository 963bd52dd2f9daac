package dk.genvej.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the access log: one request and whom it disclosed.
 *
 * @param roles the roles the caller acted with, for the reader of the log
 */
public record Access(
    int municipality,
    Instant at,
    @Nullable UUID userId,
    String roles,
    String operation,
    AccessOutcome outcome,
    @Nullable UUID resourceId,
    Collection<UUID> citizens,
    @Nullable UUID deviceId,
    UUID requestId) {

  public Access {
    citizens = List.copyOf(citizens);
  }
}
