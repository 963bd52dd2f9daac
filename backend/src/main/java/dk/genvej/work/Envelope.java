package dk.genvej.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds an operation, the same for a request and for an item of a tablet's queue.
 *
 * @param operation operationId of the API, or the name of a command
 * @param requestId names this request in all logs
 * @param mutationId the client's id of a write; null for a read
 * @param bodyHash SHA-256 over operation, path, base version and body; null for a read
 * @param baseVersion the version an edit was based on (If-Match)
 * @param recordedAt the tablet's clock when it was written down; null means now
 * @param resourceId what the path names, for the trace of a refusal
 * @param historic true for imported and demo history: nobody is notified of it
 */
public record Envelope(
    String operation,
    UUID requestId,
    @Nullable UUID mutationId,
    byte @Nullable [] bodyHash,
    @Nullable Integer baseVersion,
    @Nullable UUID deviceId,
    @Nullable Instant recordedAt,
    @Nullable UUID resourceId,
    boolean historic) {

  /** A command's own work, outside any request. */
  public static Envelope command(String operation, UUID requestId, boolean historic) {
    return new Envelope(operation, requestId, null, null, null, null, null, null, historic);
  }

  /** The same on another device than the headers say. */
  public Envelope on(UUID device) {
    return new Envelope(
        operation,
        requestId,
        mutationId,
        bodyHash,
        baseVersion,
        device,
        recordedAt,
        resourceId,
        historic);
  }
}
