package dk.genvej.logcontrol;

import dk.genvej.audit.Access;
import dk.genvej.audit.AccessOutcome;
import dk.genvej.audit.AuditLog;
import dk.genvej.http.Cursors;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches the access log; the search is itself a row of it, also when nothing was found. */
@Singleton
public class AccessLogSearchService {

  private final LogRepository log;
  private final AuditLog audit;

  AccessLogSearchService(LogRepository log, AuditLog audit) {
    this.log = log;
    this.audit = audit;
  }

  /**
   * @param limit how many are shown; one more is answered when there are more
   */
  List<LogLine> search(
      Work work,
      @Nullable UUID citizenId,
      @Nullable UUID userId,
      LogPeriod period,
      @Nullable String cursor,
      int limit) {
    RefusalException.throwIfAny(period.refuse().stream().toList());
    var place = Cursors.parse(cursor, period.until().toString());
    var lines =
        log.search(
            work.municipality(),
            period.from(),
            place.time(),
            place.id(),
            userId,
            citizenId,
            limit + 1);
    leaveTrace(work, citizenId, userId, Cursors.page(lines, limit));
    return lines;
  }

  /** Whose entries were shown, besides the citizen who was asked for. */
  private void leaveTrace(
      Work work, @Nullable UUID citizenId, @Nullable UUID userId, List<LogLine> shown) {
    var citizens =
        Stream.concat(
                Optional.ofNullable(citizenId).stream(),
                shown.stream().flatMap(line -> line.citizenIds().stream()))
            .distinct()
            .toList();
    audit.accessed(
        new Access(
            work.municipality(),
            work.now(),
            work.actor().userId(),
            work.actor().roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")),
            work.envelope().operation(),
            AccessOutcome.DISCLOSED,
            citizenId == null ? userId : citizenId,
            citizens,
            work.envelope().deviceId(),
            work.envelope().requestId()));
  }
}
