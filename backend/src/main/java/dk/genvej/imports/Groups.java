package dk.genvej.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** Parts rows so that each transaction is short and everything about a citizen is in one. */
final class Groups {

  private Groups() {}

  /**
   * @param most citizens in a group
   */
  static <T> List<List<T>> of(List<T> rows, Function<T, Object> citizen, int most) {
    var byCitizen = new LinkedHashMap<Object, List<T>>();
    rows.forEach(
        row -> byCitizen.computeIfAbsent(citizen.apply(row), _ -> new ArrayList<>()).add(row));
    var groups = new ArrayList<List<T>>();
    int citizens = 0;
    for (var ofOne : byCitizen.values()) {
      if (citizens++ % most == 0) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().addAll(ofOne);
    }
    return groups;
  }
}
