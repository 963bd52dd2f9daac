package dk.genvej.work;

import dk.genvej.access.Actor;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.RefusalException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Many units of work of one actor in one transaction: the queue of a tablet. What its items write
 * is kept in memory until {@link #flush()}, so a refused item costs the database nothing.
 *
 * <p>Whose records the items name is said first ({@link #want}), then all of these citizens are
 * locked ({@link #lockWanted}), and only then is anything read: what was read before the lock could
 * be another's to change.
 */
public final class Batch {

  private final Session session;
  private final boolean blocked;
  private final Memory memory = new Memory();
  private final BatchLogs logs;
  private final BatchPort port;
  private final Work own;

  Batch(Session session, boolean blocked, Envelope envelope, BatchLogs logs, BatchPort port) {
    this.session = session;
    this.blocked = blocked;
    this.logs = logs;
    this.port = port;
    this.own = new Work(session, envelope);
    session.remember(memory);
  }

  /** What became of an item. */
  public sealed interface Outcome<T> {}

  public record Done<T>(T value) implements Outcome<T> {}

  /**
   * @param denial when it was refused because of the actor's capacity
   */
  public record Refused<T>(RefusalException refusal, Optional<Work.Denial> denial)
      implements Outcome<T> {}

  /** A place to go back to when the database refuses. */
  public record Mark(Savepoint savepoint, Set<UUID> locked, int refused) {}

  public Actor actor() {
    return session.actor();
  }

  /** Whether the actor is a blocked user, who may only hand in. */
  public boolean blocked() {
    return blocked;
  }

  /** For what is not an item's own. */
  public Work work() {
    return own;
  }

  public Instant now() {
    return session.now();
  }

  public LocalDate today() {
    return session.today();
  }

  // ---- before the first item

  /** An item will be about this record. */
  public void want(String table, UUID id) {
    memory.want(table, id);
  }

  /** Finds and locks the citizens of all that is wanted, in one order for everybody. */
  public void lockWanted(Collection<String> tables) {
    var citizens = findWanted(tables);
    citizens.removeAll(session.locked());
    if (!citizens.isEmpty()) {
      port.markers().raiseAll(session.municipality(), citizens);
      session.locked().addAll(citizens);
    }
  }

  /** Finds the citizens of all that is wanted, for what is not going to be written. */
  public Set<UUID> findWanted(Collection<String> tables) {
    var citizens = new HashSet<UUID>();
    for (var table : tables) {
      var owners = citizensOf(table, memory.wanted(table));
      memory.found(table, owners);
      citizens.addAll(owners.values());
    }
    return citizens;
  }

  /** Whose records these are, as far as the actor sees them. */
  public Map<UUID, UUID> citizensOf(String table, Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : port.markers().citizensOf(table, session.municipality(), ids);
  }

  /** Whose record this is, where that is known already. */
  public Optional<UUID> knownCitizen(String table, UUID id) {
    return memory.citizenOf(table, id);
  }

  /** Looks something up as the system's clerk; nothing of it may reach the actor. */
  public <T> T asClerk(Supplier<T> lookup) {
    return port.actors().asClerk(session.actor(), session.today(), session.now(), lookup);
  }

  /** What landed before, of these mutations. */
  public Map<UUID, Landed> landed(Collection<UUID> mutations) {
    var found = new HashMap<UUID, Landed>();
    if (!mutations.isEmpty()) {
      port.ledger()
          .all(session.municipality(), ArrayText.of(mutations))
          .forEach(row -> found.put(row.id(), row.landed()));
    }
    return found;
  }

  // ---- items

  /**
   * An item whose writes all go through {@link Records}.
   *
   * @param ahead how far the tablet's clock was measured to be ahead of ours
   */
  public <T> Outcome<T> item(
      Envelope envelope, Duration ahead, Function<Work, T> useCase, Function<T, Landing> landing) {
    var work = new Work(session, envelope, ahead);
    try {
      var value = useCase.apply(work);
      memory.accept();
      logs.landed(work, landing.apply(value));
      return new Done<>(value);
    } catch (RefusalException refused) {
      memory.refuse();
      logs.refused(work, refused);
      return new Refused<>(refused, work.denial());
    } catch (RuntimeException failed) {
      memory.refuse();
      throw failed;
    }
  }

  /** An item that reads and writes at once: what waits is written first, and read anew after. */
  public <T> Outcome<T> direct(
      Envelope envelope, Duration ahead, Function<Work, T> useCase, Function<T, Landing> landing) {
    flush();
    var mark = mark();
    session.remember(null);
    try {
      var work = new Work(session, envelope, ahead);
      var outcome = attempt(work, mark, useCase);
      if (outcome instanceof Done<T>(var value)) {
        logs.landed(work, landing.apply(value));
      }
      return outcome;
    } finally {
      session.remember(memory);
      memory.forget();
    }
  }

  private <T> Outcome<T> attempt(Work work, Mark mark, Function<Work, T> useCase) {
    try {
      var value = useCase.apply(work);
      release(mark);
      return new Done<>(value);
    } catch (RefusalException refused) {
      back(mark);
      logs.refused(work, refused);
      return new Refused<>(refused, work.denial());
    } catch (RuntimeException failed) {
      back(mark);
      throw failed;
    }
  }

  /** What a landed item answers, and will answer again. */
  public record Landing(int status, Written written) {}

  // ---- writing

  /** Writes what the items have left, each table by one batch, and their logs and ledger rows. */
  public void flush() {
    memory.flush();
    logs.flush(session);
  }

  public Mark mark() {
    return new Mark(port.savepoint(), Set.copyOf(session.locked()), logs.refusals());
  }

  public void release(Mark mark) {
    port.release(mark.savepoint());
  }

  /** As it was at the mark; nothing read since is believed any more. */
  public void back(Mark mark) {
    port.back(mark.savepoint());
    session.locked().retainAll(mark.locked());
    logs.drop();
    logs.dropRefusals(mark.refused());
    memory.forget();
  }

  /**
   * As {@link #back} when the database has refused; answers the ids of new rows that records have
   * already, in whosever scope: the refusal has said as much. Whoever wrote under those need not be
   * tried again.
   */
  public Set<UUID> backFromTaken(Mark mark) {
    var fresh = memory.fresh();
    back(mark);
    return fresh.isEmpty() ? Set.of() : asClerk(() -> taken(fresh));
  }

  private Set<UUID> taken(Map<Records<?>, Set<UUID>> fresh) {
    var taken = new HashSet<UUID>();
    fresh.forEach((records, ids) -> taken.addAll(records.taken(session.municipality(), ids)));
    return taken;
  }

  /** Writes the trace of refused items; last, as no going back takes it away. */
  void close() {
    flush();
    logs.trace(session, own.envelope());
  }
}
