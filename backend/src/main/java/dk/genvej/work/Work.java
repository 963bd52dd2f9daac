package dk.genvej.work;

import dk.genvej.access.AccessControl;
import dk.genvej.access.Actor;
import dk.genvej.access.Units;
import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Stamp;
import dk.genvej.shared.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The running transaction of one actor: who, when, what was disclosed and what was changed. Made by
 * {@link Transactions}, handed to every use case, and gone with the commit.
 */
public final class Work {

  private final Actor actor;
  private final Units units;
  private final Envelope envelope;
  private final Instant now;
  private final Markers markers;
  private final AccessControl access;
  private final Set<UUID> disclosed = new LinkedHashSet<>();
  private final Set<UUID> locked = new LinkedHashSet<>();
  private final List<Change> changes = new ArrayList<>();

  Work(
      Actor actor,
      Units units,
      Envelope envelope,
      Instant now,
      Markers markers,
      AccessControl access) {
    this.actor = actor;
    this.units = units;
    this.envelope = envelope;
    this.now = now;
    this.markers = markers;
    this.access = access;
  }

  public Actor actor() {
    return actor;
  }

  public int municipality() {
    return actor.municipality();
  }

  public Units units() {
    return units;
  }

  public Envelope envelope() {
    return envelope;
  }

  public Instant now() {
    return now;
  }

  /** The day in Denmark. */
  public LocalDate today() {
    return Time.dayOf(now);
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
    var citizenId =
        markers
            .citizenOf(table, municipality(), id)
            .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
    lock(citizenId);
    return citizenId;
  }

  /** Locks a known citizen; locking the same one twice in a transaction raises the number once. */
  public void lock(UUID citizenId) {
    if (locked.add(citizenId)) {
      markers.raise(municipality(), citizenId);
    }
  }

  /** Makes the marker of a citizen that does not exist yet. */
  public void open(UUID newCitizenId) {
    if (locked.add(newCitizenId)) {
      markers.open(municipality(), newCitizenId);
    }
  }

  // ---- check

  /**
   * @throws RefusalException VERB_NOT_ALLOWED when in scope but not in a capacity that may do this,
   *     NOT_FOUND when not in scope at all
   */
  public void require(Verb verb, UUID citizenId, @Nullable UUID courseId) {
    access.require(actor, verb, citizenId, courseId, today());
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
        Objects.requireNonNullElse(happenedAt, recordedAt()),
        recordedAt(),
        now,
        actor.userId(),
        envelope.deviceId(),
        envelope.mutationId());
  }

  public Instant recordedAt() {
    return Objects.requireNonNullElse(envelope.recordedAt(), now);
  }

  /** Every new version of every record is told here once: it becomes a log row and an event. */
  public void changed(Change change) {
    changes.add(change);
  }

  Set<UUID> disclosed() {
    return disclosed;
  }

  List<Change> changes() {
    return changes;
  }
}
