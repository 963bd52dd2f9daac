package dk.genvej.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a goal must be after the changes that were acknowledged, in the order of the versions they
 * were told. A change takes effect property by property: what it changed against its base is its
 * own, the rest stays as others left it. Both changed the same to something different: that was a
 * conflict, and may not have been acknowledged.
 */
final class GoalModel {

  private static final List<String> PROPERTIES =
      List.of("citizensWords", "measure", "baseline", "target", "targetValue", "status");

  private final UUID goal;
  private final TreeMap<Integer, Intent> acknowledged = new TreeMap<>();
  private final Map<Integer, Map<String, @Nullable Object>> versions = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  GoalModel(UUID goal) {
    this.goal = goal;
  }

  void acknowledged(Intent intent, int version) {
    var other = acknowledged.put(version, intent);
    if (other != null && !other.mutation().equals(intent.mutation())) {
      faults.add("goal " + goal + ": two changes were told version " + version);
    }
  }

  /** What is wrong with the row, and with each conflict that a tablet was told. */
  List<String> judge(Look.@Nullable GoalRow row, List<Conflict> conflicts) {
    if (row == null) {
      return acknowledged.isEmpty() ? faults : List.of("goal " + goal + " is lost");
    }
    for (int version = 1; version <= row.version(); version++) {
      var intent = acknowledged.get(version);
      if (intent == null) {
        faults.add("goal " + goal + ": nobody was told version " + version);
        return faults;
      }
      versions.put(version, version == 1 ? values(intent) : changed(intent, version));
    }
    expect("version", row.version(), acknowledged.isEmpty() ? 0 : acknowledged.lastKey());
    expect("versions kept", row.versionsKept(), row.version());
    expect("values", row.values(), versions.get(row.version()));
    conflicts.forEach(this::judge);
    return faults;
  }

  /** A change that was answered CONFLICT, and the version it was told stands. */
  record Conflict(Intent intent, int current) {}

  private Map<String, @Nullable Object> changed(Intent intent, int version) {
    var before = versions.get(version - 1);
    var base = versions.get(intent.base());
    if (before == null || base == null) {
      faults.add("goal " + goal + ": version " + version + " rests on none");
      return values(intent);
    }
    var mine = values(intent);
    var next = new LinkedHashMap<>(before);
    for (var property : PROPERTIES) {
      if (clashes(property, base, mine, before)) {
        faults.add("goal " + goal + ": " + property + " was overwritten in version " + version);
      }
      if (!Objects.equals(mine.get(property), base.get(property))) {
        next.put(property, mine.get(property));
      }
    }
    return next;
  }

  private void judge(Conflict conflict) {
    var base = versions.get(conflict.intent().base());
    var current = versions.get(conflict.current());
    if (base == null || current == null) {
      faults.add("goal " + goal + ": a conflict with version " + conflict.current());
      return;
    }
    var mine = values(conflict.intent());
    if (PROPERTIES.stream().noneMatch(property -> clashes(property, base, mine, current))) {
      faults.add("goal " + goal + ": a conflict where nothing clashes");
    }
  }

  private static boolean clashes(
      String property,
      Map<String, @Nullable Object> base,
      Map<String, @Nullable Object> mine,
      Map<String, @Nullable Object> current) {
    var was = base.get(property);
    var is = current.get(property);
    var wanted = mine.get(property);
    return !Objects.equals(wanted, was) && !Objects.equals(is, was) && !Objects.equals(is, wanted);
  }

  private static Map<String, @Nullable Object> values(Intent intent) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    PROPERTIES.forEach(property -> values.put(property, intent.body().get(property)));
    values.putIfAbsent("status", "OPEN");
    if (values.get("status") == null) {
      values.put("status", "OPEN");
    }
    return values;
  }

  private void expect(String what, Object found, @Nullable Object expected) {
    if (!found.equals(expected)) {
      faults.add("goal " + goal + ": " + what + " " + found + " instead of " + expected);
    }
  }
}
