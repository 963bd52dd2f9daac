package dk.genvej.work;

import dk.genvej.shared.ArrayText;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a batch has read and has not yet written, in three layers: the rows as the database has
 * them, what accepted items change of them, and what the running item does. Sound only because the
 * markers of all citizens are locked before the first row is read.
 */
final class Memory {

  private final Map<String, Set<UUID>> wanted = new HashMap<>();
  private final Map<Key, Optional<Object>> stored = new HashMap<>();
  private final Map<Key, UUID> citizens = new HashMap<>();
  private final Set<Key> sought = new HashSet<>();
  private final Map<String, Object> looked = new HashMap<>();
  private final Layer accepted = new Layer();
  private final Layer running = new Layer();

  private record Key(String table, UUID id) {}

  /** Rows that are not in the database yet, and how they are to get there. */
  private static final class Layer {
    private final Map<Key, Object> rows = new LinkedHashMap<>();
    private final WriteQueue writes = new WriteQueue();

    private void clear() {
      rows.clear();
      writes.clear();
    }
  }

  /** To be read together with the first of its table. */
  void want(String table, UUID id) {
    wanted.computeIfAbsent(table, _ -> new HashSet<>()).add(id);
  }

  Set<UUID> wanted(String table) {
    return Set.copyOf(wanted.getOrDefault(table, Set.of()));
  }

  void owned(String table, UUID id, UUID citizenId) {
    citizens.put(new Key(table, id), citizenId);
  }

  /** Whose records are found of these ids, so that the others are known to be nobody's. */
  void found(String table, Map<UUID, UUID> owners) {
    wanted(table).forEach(id -> sought.add(new Key(table, id)));
    owners.forEach((id, citizen) -> owned(table, id, citizen));
  }

  boolean sought(String table, UUID id) {
    return sought.contains(new Key(table, id));
  }

  Optional<UUID> citizenOf(String table, UUID id) {
    return Optional.ofNullable(citizens.get(new Key(table, id)));
  }

  @SuppressWarnings("unchecked")
  <T> Optional<T> find(Records<T> records, int municipality, UUID id) {
    var key = new Key(records.table(), id);
    var fresh = Optional.ofNullable(running.rows.getOrDefault(key, accepted.rows.get(key)));
    if (fresh.isPresent()) {
      return (Optional<T>) fresh;
    }
    if (!stored.containsKey(key)) {
      want(records.table(), id);
      load(records, municipality);
    }
    return (Optional<T>) stored.getOrDefault(key, Optional.empty());
  }

  private <T> void load(Records<T> records, int municipality) {
    var table = records.table();
    var missing =
        wanted(table).stream().filter(id -> !stored.containsKey(new Key(table, id))).toList();
    missing.forEach(id -> stored.put(new Key(table, id), Optional.empty()));
    records.rows().all(municipality, ArrayText.of(missing)).forEach(row -> read(records, row));
  }

  private <T> void read(Records<T> records, T row) {
    stored.put(new Key(records.table(), records.id(row)), Optional.of(row));
    owned(records.table(), records.id(row), records.citizen(row));
    want("course", records.course(row));
  }

  <T> void add(Records<T> records, T row) {
    put(records, row);
    running.writes.insert(records, row);
  }

  <T> void save(Records<T> records, T row) {
    put(records, row);
    running.writes.update(records, row);
  }

  private <T> void put(Records<T> records, T row) {
    running.rows.put(new Key(records.table(), records.id(row)), row);
    owned(records.table(), records.id(row), records.citizen(row));
  }

  @SuppressWarnings("unchecked")
  <T> List<T> ofCourse(Records<T> records, UUID courseId, Function<String, List<T>> read) {
    var byCourse =
        look(
            "of course " + records.table(),
            courseId,
            () -> wanted("course"),
            courses ->
                read.apply(ArrayText.of(courses)).stream()
                    .collect(Collectors.groupingBy(records::course)));
    var byId = new LinkedHashMap<UUID, T>();
    byCourse.forEach(row -> byId.put(records.id(row), row));
    for (var layer : List.of(accepted, running)) {
      layer.rows.forEach(
          (key, row) -> {
            if (key.table.equals(records.table()) && records.course((T) row).equals(courseId)) {
              byId.put(key.id, (T) row);
            }
          });
    }
    return List.copyOf(byId.values());
  }

  /**
   * What is read by its owner: for all owners there are when the first is asked for.
   *
   * @param name names what is looked up
   */
  @SuppressWarnings("unchecked")
  <T> List<T> look(
      String name,
      UUID owner,
      Supplier<Set<UUID>> owners,
      Function<Collection<UUID>, Map<UUID, List<T>>> read) {
    var known = (Map<UUID, List<T>>) looked.computeIfAbsent(name, _ -> new HashMap<>());
    if (!known.containsKey(owner)) {
      var asked = new HashSet<>(owners.get());
      asked.add(owner);
      asked.removeAll(known.keySet());
      asked.forEach(one -> known.put(one, List.of()));
      known.putAll(read.apply(asked));
    }
    return known.getOrDefault(owner, List.of());
  }

  /** The running item is accepted: what it did holds for the next. */
  void accept() {
    accepted.rows.putAll(running.rows);
    accepted.writes.addAll(running.writes);
    running.clear();
  }

  /** The running item is refused, as if it had not been. */
  void refuse() {
    running.clear();
  }

  /** The ids of new rows that accepted items have left to be written. */
  Map<Records<?>, Set<UUID>> fresh() {
    return accepted.writes.fresh();
  }

  void flush() {
    accepted.writes.flush();
    accepted.rows.forEach((key, row) -> stored.put(key, Optional.of(row)));
    accepted.clear();
    looked.clear();
  }

  /** The database may stand otherwise than was read: all of it is read anew. */
  void forget() {
    running.clear();
    accepted.clear();
    stored.clear();
    looked.clear();
    sought.clear();
  }
}
