package dk.genvej.work;

import dk.genvej.access.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a request has read of citizens it has locked: nobody else can change it before the commit,
 * so it is read once. What the actor was allowed when the citizen was locked holds for the request,
 * also when a step of it gives the course to another.
 */
final class Known {

  private final Map<Object, Object> others = new HashMap<>();
  private final Map<Key, UUID> owners = new HashMap<>();
  private final Map<Key, Object> rows = new HashMap<>();
  private final Map<Asked, Set<Standing>> standings = new HashMap<>();

  private record Key(String table, UUID id) {}

  private record Asked(UUID citizenId, @Nullable UUID courseId) {}

  Optional<UUID> owner(String table, UUID id) {
    return Optional.ofNullable(owners.get(new Key(table, id)));
  }

  void owner(String table, UUID id, UUID citizenId) {
    owners.put(new Key(table, id), citizenId);
  }

  /** The rows of one table are of one type, as {@link Records} is the only one who asks. */
  @SuppressWarnings("unchecked")
  <T> Optional<T> row(String table, UUID id) {
    return Optional.ofNullable((T) rows.get(new Key(table, id)));
  }

  void row(String table, UUID id, Object row) {
    rows.put(new Key(table, id), row);
  }

  /** None at all is asked again: the step before may have made the relation. */
  Set<Standing> standings(
      UUID citizenId, @Nullable UUID courseId, boolean locked, Supplier<Set<Standing>> read) {
    var asked = new Asked(citizenId, courseId);
    var known = standings.getOrDefault(asked, Set.of());
    if (!known.isEmpty()) {
      return known;
    }
    var found = read.get();
    if (locked) {
      standings.put(asked, found);
    }
    return found;
  }

  /** Anything else that is asked for again and again, by a key of its own. */
  @SuppressWarnings("unchecked")
  <T> T once(Object key, Supplier<T> read) {
    var known = (T) others.get(key);
    if (known == null) {
      known = read.get();
      others.put(key, known);
    }
    return known;
  }

  void forget() {
    others.clear();
    owners.clear();
    rows.clear();
    standings.clear();
  }
}
