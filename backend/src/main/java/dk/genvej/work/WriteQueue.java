package dk.genvej.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows to be written, each table's by one batch: first the new ones, then the next versions. */
final class WriteQueue {

  /** What others refer to is inserted before them. */
  private static final List<String> REFERRED_TO = List.of("course", "agreement");

  private final Map<Records<?>, List<Object>> inserts = new LinkedHashMap<>();
  private final Map<Records<?>, List<Object>> updates = new LinkedHashMap<>();

  <T> void insert(Records<T> records, T row) {
    inserts.computeIfAbsent(records, _ -> new ArrayList<>()).add(row);
  }

  <T> void update(Records<T> records, T row) {
    updates.computeIfAbsent(records, _ -> new ArrayList<>()).add(row);
  }

  void addAll(WriteQueue later) {
    later.inserts.forEach(
        (records, rows) -> inserts.computeIfAbsent(records, _ -> new ArrayList<>()).addAll(rows));
    later.updates.forEach(
        (records, rows) -> updates.computeIfAbsent(records, _ -> new ArrayList<>()).addAll(rows));
  }

  void clear() {
    inserts.clear();
    updates.clear();
  }

  /** Under which ids each table is to get new rows. */
  Map<Records<?>, Set<UUID>> fresh() {
    var fresh = new LinkedHashMap<Records<?>, Set<UUID>>();
    inserts.forEach((records, rows) -> fresh.put(records, ids(records, rows)));
    return fresh;
  }

  @SuppressWarnings("unchecked")
  private static <T> Set<UUID> ids(Records<T> records, List<Object> rows) {
    return rows.stream().map(row -> records.id((T) row)).collect(Collectors.toSet());
  }

  void flush() {
    inserts.entrySet().stream()
        .sorted(Comparator.comparing(one -> !REFERRED_TO.contains(one.getKey().table())))
        .forEach(one -> save(one.getKey(), one.getValue()));
    updates.forEach(WriteQueue::update);
  }

  @SuppressWarnings("unchecked")
  private static <T> void save(Records<T> records, List<Object> rows) {
    records.rows().saveAll((List<T>) rows);
  }

  @SuppressWarnings("unchecked")
  private static <T> void update(Records<T> records, List<Object> rows) {
    records.rows().updateAll((List<T>) rows);
  }
}
