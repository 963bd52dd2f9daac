package dk.genvej.audit;

import dk.genvej.shared.Ids;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * What one unit of work changed.
   *
   * @param operation the operationId, or the name of the import
   * @param historic true for imported and demo history, which is never pushed to anybody
   */
  public record Made(String operation, Origin origin, List<Change> changes, boolean historic) {}

  public void changed(int municipality, List<Made> made) {
    var logged = new ArrayList<ChangeLogRow>();
    var told = new ArrayList<EventRow>();
    for (var one : made) {
      for (var change : one.changes()) {
        logged.add(row(municipality, one.operation(), one.origin(), change));
        told.add(event(municipality, one.origin(), change, one.historic()));
      }
    }
    changes.saveAll(logged);
    events.saveAll(told);
  }

  /** One item of a queue that was refused because of access. */
  public record Refusal(String operation, AccessOutcome outcome, @Nullable UUID resourceId) {}

  /** One row for each, by one statement. */
  public void refused(Access request, List<Refusal> refusals) {
    accesses.addRefused(
        request.municipality(),
        request.at(),
        request.userId(),
        request.roles(),
        request.deviceId(),
        request.requestId(),
        array(refusals.stream().map(_ -> Ids.next())),
        array(refusals.stream().map(Refusal::operation)),
        array(refusals.stream().map(Refusal::outcome)),
        array(refusals.stream().map(Refusal::resourceId)));
  }

  private static String array(Stream<?> values) {
    return values.map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
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
        array(access.citizens().stream()),
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
