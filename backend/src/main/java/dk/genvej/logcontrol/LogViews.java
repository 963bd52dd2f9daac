package dk.genvej.logcontrol;

import dk.genvej.api.model.AccessKind;
import dk.genvej.api.model.AccessLogEntry;
import dk.genvej.api.model.AccessLogEntryPage;
import dk.genvej.api.model.AccessLogSearch;
import dk.genvej.api.model.Role;
import dk.genvej.api.model.UserRef;
import dk.genvej.http.Contract;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The access log as log control reads it. */
@Singleton
class LogViews {

  private static final int MOST_CITIZENS = 500;
  private static final UUID NOBODY = new UUID(0, 0);

  private final AccessLogSearchService searches;
  private final Contract contract;
  private final Refs refs;

  LogViews(AccessLogSearchService searches, Contract contract, Refs refs) {
    this.searches = searches;
    this.contract = contract;
    this.refs = refs;
  }

  AccessLogEntryPage page(
      Work work, AccessLogSearch search, @Nullable String cursor, @Nullable Integer limit) {
    int most = Objects.requireNonNullElse(limit, 50);
    var period = new LogPeriod(search.getFrom().toInstant(), search.getUntil().toInstant());
    var lines =
        searches.search(work, search.getCitizenId(), search.getUserId(), period, cursor, most);
    return new AccessLogEntryPage(
            Cursors.page(lines, most).stream().map(line -> view(work, line)).toList())
        .next(
            Cursors.next(
                lines, most, line -> new Cursors(line.receivedAt().toString(), line.id())));
  }

  private AccessLogEntry view(Work work, LogLine line) {
    var user = refs.userOrNull(work, line.userId());
    var view =
        new AccessLogEntry(
            line.id(),
            Refs.time(line.receivedAt()),
            user == null ? new UserRef(NOBODY, "") : user,
            role(line),
            line.operation(),
            kind(line),
            status(line),
            line.citizenIds().stream().limit(MOST_CITIZENS).toList());
    view.setReason(line.purpose());
    return view;
  }

  /** The role that opened the operation: one the caller had and the contract gives it to. */
  private Role role(LogLine line) {
    var opening = contract.rolesOf(line.operation()).orElse(Set.of());
    var held =
        Arrays.stream(line.roles().split(" "))
            .filter(name -> !name.isBlank())
            .map(dk.genvej.shared.Role::valueOf)
            .toList();
    return Stream.of(held.stream().filter(opening::contains), held.stream(), opening.stream())
        .flatMap(roles -> roles)
        .findFirst()
        .map(role -> Role.fromValue(role.name()))
        .orElse(Role.ADMINISTRATOR);
  }

  private AccessKind kind(LogLine line) {
    if (!line.outcome().equals("DISCLOSED")) {
      return AccessKind.DENIAL;
    }
    if (contract.writes(line.operation())) {
      return AccessKind.WRITE;
    }
    return line.operation().startsWith("search") ? AccessKind.SEARCH_HIT : AccessKind.READ;
  }

  private static int status(LogLine line) {
    return switch (line.outcome()) {
      case "DENIED" -> 403;
      case "NOT_FOUND" -> 404;
      default -> 200;
    };
  }
}
