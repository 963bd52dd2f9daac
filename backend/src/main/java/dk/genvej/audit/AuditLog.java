package dk.genvej.audit;

import dk.genvej.shared.Ids;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes both logs and the events, in the transaction that is open. */
@Singleton
public class AuditLog {

  private final ChangeLogRepository changes;
  private final EventRepository events;
  private final AccessLogRepository accesses;

  AuditLog(ChangeLogRepository changes, EventRepository events, AccessLogRepository accesses) {
    this.changes = changes;
    this.events = events;
    this.accesses = accesses;
  }

  /**
   * @param operation the operationId, or the name of the import
   * @param historic true for imported and demo history, which is never pushed to anybody
   */
  public void changed(
      int municipality, String operation, Origin origin, List<Change> made, boolean historic) {
    if (made.isEmpty()) {
      return;
    }
    changes.saveAll(made.stream().map(c -> row(municipality, operation, origin, c)).toList());
    events.saveAll(made.stream().map(c -> event(municipality, origin, c, historic)).toList());
  }

  public void accessed(Access access) {
    accesses.add(
        access.municipality(),
        access.at(),
        Ids.next(),
        access.userId(),
        access.roles(),
        access.operation(),
        access.outcome().name(),
        access.resourceId(),
        access.citizens().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")),
        access.deviceId(),
        access.requestId());
  }

  /** Who writes, from where and when. */
  public record Origin(
      UUID authorId,
      @Nullable UUID deviceId,
      @Nullable UUID mutationId,
      java.time.Instant recordedAt,
      java.time.Instant receivedAt) {}

  private static ChangeLogRow row(
      int municipality, String operation, Origin origin, Change change) {
    return new ChangeLogRow(
        municipality,
        origin.receivedAt(),
        Ids.next(),
        change.citizenId(),
        change.courseId(),
        change.recordType(),
        change.recordId(),
        change.version(),
        operation,
        origin.authorId(),
        origin.deviceId(),
        origin.mutationId(),
        change.happenedAt(),
        origin.recordedAt(),
        change.reason());
  }

  private static EventRow event(int municipality, Origin origin, Change change, boolean historic) {
    return new EventRow(
        municipality,
        origin.receivedAt(),
        Ids.next(),
        change.kind(),
        change.citizenId(),
        change.courseId(),
        change.recordType(),
        change.recordId(),
        change.version(),
        historic);
  }
}
