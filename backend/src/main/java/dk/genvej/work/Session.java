package dk.genvej.work;

import dk.genvej.access.AccessControl;
import dk.genvej.access.Actor;
import dk.genvej.access.Units;
import dk.genvej.access.Verb;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open transaction of one actor. A request is one unit of work in it, a queue has many. */
final class Session {

  private final Actor actor;
  private final Units units;
  private final Instant now;
  private final Markers markers;
  private final AccessControl access;
  private final Set<UUID> locked = new LinkedHashSet<>();
  private final Known known = new Known();
  private @Nullable Memory memory;

  Session(Actor actor, Units units, Instant now, Markers markers, AccessControl access) {
    this.actor = actor;
    this.units = units;
    this.now = now;
    this.markers = markers;
    this.access = access;
  }

  Actor actor() {
    return actor;
  }

  int municipality() {
    return actor.municipality();
  }

  Units units() {
    return units;
  }

  Instant now() {
    return now;
  }

  LocalDate today() {
    return Time.dayOf(now);
  }

  /** Empty while everything is read and written at once. */
  Optional<Memory> memory() {
    return Optional.ofNullable(memory);
  }

  void remember(@Nullable Memory what) {
    this.memory = what;
    known.forget();
  }

  /** What was read once of citizens that are locked, and so cannot have changed. */
  Known known() {
    return known;
  }

  Set<UUID> locked() {
    return locked;
  }

  /** Finds whose record it is and locks the citizen; empty when absent or out of scope. */
  Optional<UUID> lock(String table, UUID id) {
    var owner =
        memory == null
            ? known.owner(table, id).or(() -> markers.raiseOf(table, municipality(), id))
            : queued(memory, table, id);
    owner.ifPresent(
        citizen -> {
          known.owner(table, id, citizen);
          locked.add(citizen);
        });
    return owner;
  }

  /** Whose it is may have changed with an item that wrote at once: two records become one. */
  private Optional<UUID> queued(Memory read, String table, UUID id) {
    if (!read.sought(table, id)) {
      read.want(table, id);
      read.found(table, markers.citizensOf(table, municipality(), read.wanted(table)));
    }
    var owner = read.citizenOf(table, id);
    owner.ifPresent(this::lock);
    return owner;
  }

  void lock(UUID citizenId) {
    if (locked.add(citizenId)) {
      markers.raise(municipality(), citizenId);
    }
  }

  void open(UUID newCitizenId) {
    if (locked.add(newCitizenId)) {
      markers.open(municipality(), newCitizenId);
    }
  }

  void require(Verb verb, UUID citizenId, @Nullable UUID courseId) {
    if (memory == null) {
      var standings =
          known.standings(
              citizenId,
              courseId,
              locked.contains(citizenId),
              () -> access.standings(actor, citizenId, courseId, today()));
      AccessControl.require(standings, verb);
      return;
    }
    var meetings =
        memory.look(
            "meetings",
            citizenId,
            () -> locked,
            citizens -> access.meetings(actor, ArrayText.of(citizens), today()));
    AccessControl.require(meetings, verb, courseId);
  }
}
