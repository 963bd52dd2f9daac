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
  }

  Set<UUID> locked() {
    return locked;
  }

  Optional<UUID> citizenOf(String table, UUID id) {
    var known = memory().flatMap(read -> read.citizenOf(table, id));
    if (known.isPresent() || memory().filter(read -> read.sought(table, id)).isPresent()) {
      return known;
    }
    return markers.citizenOf(table, municipality(), id);
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
      access.require(actor, verb, citizenId, courseId, today());
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
