package dk.genvej.imports;

import dk.genvej.work.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How one kind of file is read and written. */
interface RowImport<R extends Row> {

  /** A row and the record it becomes or already is. */
  record Target<R extends Row>(R row, UUID recordId) {}

  /** A record that a snapshot ends when it is not in it. */
  record Standing(String key, UUID recordId, UUID citizenId) {}

  /** Tells every fault of the line; the row counts only when there was none. */
  R read(Fields fields, Surroundings around);

  /** Faults that only the other lines or the records here show. */
  default List<Fault> judge(Work work, List<R> rows, Map<String, ImportedRow> known) {
    return List.of();
  }

  /** Records that were made here by hand before the record system told of them, by key. */
  default Map<String, UUID> alreadyHere(Work work, List<R> rows) {
    return Map.of();
  }

  /** Makes the records and answers how many tasks that raised. */
  int add(Work work, List<Target<R>> fresh);

  /** Makes the records what the rows say; one that is so already gets no new version. */
  Tally change(Work work, List<Target<R>> changed);

  /** What a snapshot of that day would have to hold. */
  default List<Standing> standing(Work work, LocalDate asOf) {
    return List.of();
  }

  /** Ends what the snapshot of that day did not hold. */
  default void end(Work work, List<Standing> absent, LocalDate asOf) {}

  /** Locks citizens in one order for everybody, so that no two writers wait for each other. */
  static void lock(Work work, Set<UUID> citizens) {
    citizens.stream().sorted().forEach(work::lock);
  }
}
