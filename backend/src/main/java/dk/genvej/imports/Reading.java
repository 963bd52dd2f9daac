package dk.genvej.imports;

import dk.genvej.citizen.Cpr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines of a file, parted in good rows and faults.
 *
 * @param keys of all lines whose key could be read, good or bad: a bad line is not an absent one
 * @param lost lines whose key could not be read
 */
record Reading<R extends Row>(List<R> rows, List<Fault> faults, Set<String> keys, int lost) {

  static <R extends Row> Reading<R> of(
      CsvLines csv, FileKind kind, RowImport<R> how, Surroundings around) {
    var rows = new ArrayList<R>();
    var faults = new ArrayList<>(csv.faults());
    var keys = new HashSet<String>();
    int lost = csv.faults().size();
    for (var line : csv.lines()) {
      var fields = new Fields(line);
      var row = how.read(fields, around);
      judgeKey(fields, kind, row.key(), keys);
      if (fields.faults().isEmpty()) {
        rows.add(row);
      }
      lost += row.key().isEmpty() ? 1 : 0;
      faults.addAll(fields.faults());
    }
    return new Reading<>(List.copyOf(rows), List.copyOf(faults), Set.copyOf(keys), lost);
  }

  private static void judgeKey(Fields fields, FileKind kind, String key, Set<String> keys) {
    if (!key.isEmpty() && !keys.add(key)) {
      fields.fault(kind.keyColumn(), FaultKind.KEY_TWICE);
    }
    if (Cpr.parse(key).toOptional().isPresent()) {
      fields.fault(kind.keyColumn(), FaultKind.KEY_IS_CPR);
    }
  }

  Reading<R> without(List<Fault> found) {
    var bad = found.stream().map(Fault::line).collect(Collectors.toSet());
    var all = new ArrayList<>(faults);
    all.addAll(found);
    return new Reading<>(
        rows.stream().filter(row -> !bad.contains(row.line())).toList(), all, keys, lost);
  }

  /** In the order of the file. */
  List<Fault> sortedFaults() {
    return faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }
}
