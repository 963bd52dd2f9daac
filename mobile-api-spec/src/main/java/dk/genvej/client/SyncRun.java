package dk.genvej.client;

import dk.genvej.api.model.MutationOutcome;
import dk.genvej.api.model.MutationResult;
import dk.genvej.client.SyncReport.End;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sync: send the queue, take what is new, obey an order to erase. */
final class SyncRun {

  private static final int MOST_AT_ONCE = 500;

  /** Half of what the server takes in one request. */
  private static final int MOST_CHARACTERS = 2_000_000;

  /** A tablet holds 500 citizens at most, so more pages than this are the server's mistake. */
  private static final int MOST_PAGES = 2_000;

  /** Shut out: what is sent is kept, and nothing is given. */
  private static final Set<String> SHUT_OUT = Set.of("DEVICE_REVOKED", "USER_BLOCKED");

  private final Store store;
  private final Ledger ledger;
  private final Exchange exchange;
  private final InstantSource clock;
  private final Set<UUID> tried = new HashSet<>();
  private boolean registered;
  private int answered;
  private int pages;

  SyncRun(Store store, Ledger ledger, Exchange exchange, InstantSource clock) {
    this.store = store;
    this.ledger = ledger;
    this.exchange = exchange;
    this.clock = clock;
  }

  /** Ends with {@link End#ERASED} when everything is to be erased now. */
  SyncReport run() throws IOException {
    try {
      push();
      if (!store.position().orderedToErase()) {
        pull();
      }
      if (store.position().orderedToErase()) {
        handIn();
        return report(End.ERASED, null, null);
      }
      return report(End.DONE, null, null);
    } catch (Stopped stopped) {
      return report(stopped.end, stopped.code, stopped.wait);
    }
  }

  private SyncReport report(End end, @Nullable String code, @Nullable Duration wait) {
    return new SyncReport(end, answered, pages, code, wait);
  }

  private void push() throws IOException, Stopped {
    int most = MOST_AT_ONCE;
    for (var chunk = next(most); !chunk.isEmpty(); chunk = next(most)) {
      most = send(chunk) ? MOST_AT_ONCE : Math.max(1, chunk.size() / 2);
    }
  }

  private List<QueuedMutation> next(int most) {
    var chunk = new ArrayList<QueuedMutation>();
    int characters = 0;
    for (var mutation : store.sendable()) {
      if (tried.contains(mutation.id())) {
        continue;
      }
      characters += mutation.json().length();
      if (chunk.size() == most || (!chunk.isEmpty() && characters > MOST_CHARACTERS)) {
        break;
      }
      chunk.add(mutation);
    }
    return chunk;
  }

  /** False when the server could not read it as a whole: one of them is at fault. */
  private boolean send(List<QueuedMutation> chunk) throws IOException, Stopped {
    var ids = chunk.stream().map(QueuedMutation::id).toList();
    if (!ids.isEmpty()) {
      store.append(new Entry.Sent(ids));
    }
    return switch (exchange.push(store.position(), chunk, now())) {
      case Heard.Answer(byte[] body) -> {
        tried.addAll(ids);
        take(readPush(body));
        yield true;
      }
      case Heard.Refusal refusal when wrongAsAWhole(refusal) -> {
        if (chunk.size() == 1) {
          tried.addAll(ids);
          store.append(new Entry.Refused(refused(ids.getFirst(), refusal)));
        }
        yield chunk.size() == 1;
      }
      case Heard heard -> {
        goOnAfter(heard);
        yield true;
      }
    };
  }

  private static boolean wrongAsAWhole(Heard.Refusal refusal) {
    return refusal.status() == 400 || refusal.status() == 413 || refusal.status() == 422;
  }

  private static MutationResult refused(UUID id, Heard.Refusal refusal) {
    var result = new MutationResult(id, MutationOutcome.REJECTED, refusal.status());
    result.setProblem(refusal.problem());
    return result;
  }

  private void take(Entry.Answered entry) throws IOException {
    if (store.position().leaves(entry.answer().getEpoch())) {
      tried.clear();
    }
    store.append(entry);
    ledger.add(store.mutations());
    answered += entry.answer().getResults().size();
  }

  private void pull() throws IOException, Stopped {
    boolean more = true;
    while (more && !store.position().orderedToErase()) {
      if (pages >= MOST_PAGES) {
        throw new Stopped(End.LATER, null, null);
      }
      more =
          switch (exchange.pull(store.position(), store.status())) {
            case Heard.Answer(byte[] body) -> take(readPull(body));
            case Heard.Refusal refusal when SHUT_OUT.contains(refusal.code()) -> askForOrder();
            case Heard.Refusal refusal when cursorIsUnreadable(refusal) -> {
              store.append(new Entry.CursorForgotten(refusal.code()));
              yield true;
            }
            case Heard heard -> {
              goOnAfter(heard);
              yield true;
            }
          };
    }
  }

  private boolean cursorIsUnreadable(Heard.Refusal refusal) {
    return refusal.code().equals("CURSOR_INVALID") && store.position().cursor() != null;
  }

  /** True when there is more to take. */
  private boolean take(Entry.Pulled entry) throws IOException, Stopped {
    if (store.position().leaves(entry.page().getEpoch())) {
      tried.clear();
    }
    store.append(entry);
    pages++;
    // After another epoch, or when something is held no longer: offered before anything else.
    push();
    return entry.page().getMore();
  }

  /** A pull is refused without an order; the answer to a push brings it. */
  private boolean askForOrder() throws IOException, Stopped {
    send(List.of());
    if (!store.position().orderedToErase()) {
      throw new Stopped(End.REFUSED, "DEVICE_REVOKED", null);
    }
    return false;
  }

  /** Everything that may still be handed in, also what was refused before. */
  private void handIn() throws IOException, Stopped {
    push();
    tried.clear();
    store.append(new Entry.LastOffer(store.status().needAttention()));
    push();
  }

  /** Registers when that was missing; ends the sync otherwise. */
  private void goOnAfter(Heard heard) throws Stopped {
    switch (heard) {
      case Heard.Refusal refusal
          when refusal.code().equals("DEVICE_NOT_REGISTERED") && !registered ->
          register();
      case Heard.Refusal refusal -> throw new Stopped(end(refusal), refusal.code(), null);
      case Heard.Later later -> throw new Stopped(End.LATER, null, later.retryAfter());
      case Heard.Nothing _, Heard.Answer _ -> throw new Stopped(End.NO_NETWORK, null, null);
    }
  }

  private static End end(Heard.Refusal refusal) {
    return switch (refusal.code()) {
      case "CLIENT_TOO_OLD" -> End.CLIENT_TOO_OLD;
      case "SCOPE_TOO_LARGE" -> End.SCOPE_TOO_LARGE;
      default -> refusal.status() == 401 ? End.LOG_IN : End.REFUSED;
    };
  }

  private void register() throws Stopped {
    registered = true;
    var heard = exchange.register(Ids.at(clock.instant()));
    if (!(heard instanceof Heard.Answer)) {
      goOnAfter(heard);
    }
  }

  /** Cut off on its way is as good as not come. */
  private static Entry.Answered readPush(byte[] body) throws Stopped {
    try {
      return Entry.answered(body);
    } catch (IOException cut) {
      throw new Stopped(End.NO_NETWORK, null, null);
    }
  }

  private static Entry.Pulled readPull(byte[] body) throws Stopped {
    try {
      return Entry.pulled(body);
    } catch (IOException cut) {
      throw new Stopped(End.NO_NETWORK, null, null);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atZone(ZoneId.systemDefault()).toOffsetDateTime();
  }

  /** Ends a sync early. */
  private static final class Stopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final End end;
    private final @Nullable String code;
    private final @Nullable Duration wait;

    Stopped(End end, @Nullable String code, @Nullable Duration wait) {
      super(end.name(), null, false, false);
      this.end = end;
      this.code = code;
      this.wait = wait;
    }
  }
}
