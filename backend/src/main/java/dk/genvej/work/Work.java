package dk.genvej.work;

import dk.genvej.access.Actor;
import dk.genvej.access.Units;
import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Stamp;
import dk.genvej.shared.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The running transaction of one actor: who, when, what was disclosed and what was changed. Made by
 * {@link Transactions}, handed to every use case, and gone with the commit.
 */
public final class Work {

  /** Three lifetimes, in seconds: no clock is further off that means anything. */
  private static final int MOST = 2_000_000_000;

  private final Session session;
  private final Actor actor;
  private final Envelope envelope;
  private final Duration clockAhead;
  private final boolean onBehalf;
  private final Set<UUID> disclosed = new LinkedHashSet<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Carried> carried = new ArrayList<>();
  private @Nullable Denial denial;

  Work(Session session, Envelope envelope) {
    this(session, session.actor(), envelope, Duration.ZERO, false);
  }

  /**
   * @param measured how far the clock that told the times of this write was ahead of ours
   */
  Work(Session session, Envelope envelope, Duration measured) {
    this(session, session.actor(), envelope, measured, false);
  }

  private Work(
      Session session, Actor actor, Envelope envelope, Duration measured, boolean onBehalf) {
    this.session = session;
    this.actor = actor;
    this.envelope = envelope;
    this.onBehalf = onBehalf;
    this.clockAhead = atLeast(measured, Duration.between(session.now(), recordedAt()));
  }

  /** What was not allowed, and on whose course. */
  public record Denial(Verb verb, UUID citizenId, @Nullable UUID courseId) {}

  /**
   * A unit of work of its own in this transaction, in which somebody carries out what another
   * wrote: the stamp names the author, and whoever decided it answers for the access.
   */
  public Work onBehalf(UUID authorId, Envelope written) {
    var author =
        new Actor(municipality(), authorId, "", List.of(), actor.roles(), actor.scopeKey());
    return new Work(session, author, written, Duration.ZERO, true);
  }

  /** A unit of work that somebody carried out on behalf of its author, and what it answers. */
  record Carried(Work work, int status, Written written) {}

  /**
   * What was carried out on behalf of its author lands with this one, in the ledger and the logs as
   * the author's.
   *
   * @param because told in the log beside each of its changes
   */
  public void include(Work other, int status, Written written, String because) {
    other.changes.replaceAll(change -> change.because(because));
    disclosed.addAll(other.disclosed);
    carried.add(new Carried(other, status, written));
  }

  public Actor actor() {
    return actor;
  }

  public int municipality() {
    return actor.municipality();
  }

  public Units units() {
    return session.units();
  }

  public Envelope envelope() {
    return envelope;
  }

  public Instant now() {
    return session.now();
  }

  /** The day in Denmark. */
  public LocalDate today() {
    return session.today();
  }

  // ---- fetch: lock what will be written about, before its state is read

  /**
   * Locks the citizen of a record for the rest of the transaction and raises the change number.
   *
   * @param table where the record is, for example "course"
   * @return the citizen
   * @throws RefusalException NOT_FOUND when the record is absent or out of the actor's scope
   */
  public UUID lock(String table, UUID id) {
    return session.lock(table, id).orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  /** Locks a known citizen; locking the same one twice in a transaction raises the number once. */
  public void lock(UUID citizenId) {
    session.lock(citizenId);
  }

  /** Makes the marker of a citizen that does not exist yet. */
  public void open(UUID newCitizenId) {
    session.open(newCitizenId);
  }

  // ---- check

  /**
   * @throws RefusalException VERB_NOT_ALLOWED when in scope but not in a capacity that may do this,
   *     NOT_FOUND when not in scope at all
   */
  public void require(Verb verb, UUID citizenId, @Nullable UUID courseId) {
    if (onBehalf) {
      return;
    }
    try {
      session.require(verb, citizenId, courseId);
    } catch (RefusalException refused) {
      denial = new Denial(verb, citizenId, courseId);
      throw refused;
    }
  }

  /** Refuses an edit that was based on another version than the one that stands. */
  public void requireBase(int currentVersion) {
    var base = envelope.baseVersion();
    if (base == null) {
      throw RefusalException.of(ProblemCode.VERSION_MISSING);
    }
    if (base != currentVersion) {
      throw RefusalException.stale(currentVersion);
    }
  }

  /**
   * As {@link #requireBase} for a record that is put under an id the client made: If-Match "0" is
   * the first time.
   *
   * @param currentVersion 0 while there is no such record
   */
  public void requireBaseOrNew(int currentVersion) {
    var base = envelope.baseVersion();
    if (currentVersion == 0 && base != null && base > 0) {
      throw RefusalException.of(ProblemCode.NOT_FOUND);
    }
    requireBase(currentVersion);
  }

  // ---- act

  /** Marks the citizen as disclosed by this request. */
  public void disclose(UUID citizenId) {
    disclosed.add(citizenId);
  }

  public void discloseAll(Collection<UUID> citizenIds) {
    disclosed.addAll(citizenIds);
  }

  /** The stamp of a record made now; {@code happenedAt} null means when it was written down. */
  public Stamp stamp(@Nullable Instant happenedAt) {
    return new Stamp(
        Objects.requireNonNullElseGet(happenedAt, () -> happened(recordedAt())),
        recordedAt(),
        now(),
        actor.userId(),
        envelope.deviceId(),
        envelope.mutationId());
  }

  /** As the tablet said, right or wrong; it orders nothing. */
  public Instant recordedAt() {
    return Objects.requireNonNullElse(envelope.recordedAt(), now());
  }

  /**
   * When something happened by our clock: the time that was told, less what the clock it was told
   * by was ahead. A write made in the future shows by how much at least.
   */
  public Instant happened(Instant told) {
    return told.minus(clockAhead);
  }

  /** Seconds by which told times were put right; null for none. */
  @Nullable Integer corrected() {
    return clockAhead.isZero() ? null : Math.clamp(clockAhead.toSeconds(), -MOST, MOST);
  }

  /** As {@link #happened(Instant)} for a day: by as many days as the tablet's day was off. */
  public LocalDate happenedOn(LocalDate told) {
    var toldOn = Time.dayOf(recordedAt());
    return told.plusDays(ChronoUnit.DAYS.between(toldOn, Time.dayOf(happened(recordedAt()))));
  }

  /** The day it was written down, by our clock: a plan is judged by the day it was made. */
  public LocalDate writtenOn() {
    return Time.dayOf(happened(recordedAt()));
  }

  /** Every new version of every record is told here once: it becomes a log row and an event. */
  public void changed(Change change) {
    changes.add(change);
  }

  /**
   * Looks up what is kept by its owner; in a queue for all its citizens when the first is asked.
   */
  public <T> List<T> ofCitizen(
      String what, UUID citizenId, Function<String, List<T>> stored, Function<T, UUID> owner) {
    return session
        .memory()
        .map(
            memory ->
                memory.look(
                    what,
                    citizenId,
                    session::locked,
                    all ->
                        stored.apply(ArrayText.of(all)).stream()
                            .collect(Collectors.groupingBy(owner))))
        .orElseGet(() -> stored.apply(ArrayText.of(List.of(citizenId))));
  }

  /**
   * Reads something once in this transaction: for what its own steps do not change.
   *
   * @param key tells it from everything else that is read so
   */
  public <T> T once(Object key, Supplier<T> read) {
    return session.known().once(key, read);
  }

  Session session() {
    return session;
  }

  Optional<Denial> denial() {
    return Optional.ofNullable(denial);
  }

  private static Duration atLeast(Duration measured, Duration shown) {
    return measured.compareTo(shown) >= 0 ? measured : shown.isNegative() ? measured : shown;
  }

  Set<UUID> disclosed() {
    return disclosed;
  }

  List<Change> changes() {
    return changes;
  }

  List<Carried> carried() {
    return carried;
  }
}
