package dk.genvej.imports;

import dk.genvej.citizen.CitizenBatch;
import dk.genvej.imports.ImportedRowRepository.Visitator;
import dk.genvej.imports.RowImport.Standing;
import dk.genvej.imports.RowImport.Target;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.shared.Ids;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows are known, and what a file is judged against. */
@Singleton
class ImportLedger {

  /** Any number that no other advisory lock of ours uses. */
  private static final int LOCK = 34;

  private final ImportedRowRepository rows;
  private final CitizenBatch citizens;
  private final Settings settings;

  ImportLedger(ImportedRowRepository rows, CitizenBatch citizens, Settings settings) {
    this.rows = rows;
    this.citizens = citizens;
    this.settings = settings;
  }

  Surroundings surroundings(Work work, @Nullable LocalDate asOf) {
    return new Surroundings(
        asOf == null ? work.today() : asOf,
        work.units().all().stream()
            .collect(Collectors.groupingBy(unit -> Surroundings.folded(unit.name()))),
        rows.visitators(work.municipality()).stream()
            .collect(Collectors.toMap(Visitator::subject, Visitator::id, (a, _) -> a)),
        known(work, FileKind.CITIZENS).values().stream()
            .collect(Collectors.toMap(ImportedRow::externalKey, ImportedRow::recordId)),
        cpr -> citizens.mark(work, cpr));
  }

  Map<String, ImportedRow> known(Work work, FileKind kind) {
    return byKey(rows.all(work.municipality(), kind.name()));
  }

  int snapshotEndPercent(Work work) {
    return settings.today(work).whole(Setting.SNAPSHOT_END_SHARE);
  }

  /** Writes a group: what is new, what has changed, and the trace of both. */
  <R extends Row> Tally write(Work work, FileKind kind, RowImport<R> how, List<R> group) {
    rows.waitForOtherImports(LOCK, work.municipality());
    var known = known(work, kind, group.stream().map(Row::key).toList());
    var unlinked = group.stream().filter(row -> !known.containsKey(row.key())).toList();
    var here = how.alreadyHere(work, unlinked);
    var fresh = new ArrayList<Target<R>>();
    var changed = new ArrayList<Target<R>>();
    for (var row : group) {
      var before = known.get(row.key());
      var found = before == null ? here.get(row.key()) : before.recordId();
      if (found == null) {
        fresh.add(new Target<>(row, Ids.next()));
      } else if (before == null || saysMore(row, before)) {
        changed.add(new Target<>(row, found));
      }
    }
    trace(work, kind, fresh, changed, known);
    return written(work, how, fresh, changed, group.size());
  }

  void end(Work work, FileKind kind, RowImport<?> how, List<Standing> absent, LocalDate asOf) {
    rows.waitForOtherImports(LOCK, work.municipality());
    how.end(work, absent, asOf);
    var known = known(work, kind, absent.stream().map(Standing::key).toList());
    rows.updateAll(known.values().stream().map(row -> row.absent(asOf)).toList());
  }

  private static <R extends Row> Tally written(
      Work work, RowImport<R> how, List<Target<R>> fresh, List<Target<R>> changed, int all) {
    int untouched = all - fresh.size() - changed.size();
    var tally = new Tally(0, 0, untouched, 0, 0);
    if (!fresh.isEmpty()) {
      tally = tally.plus(new Tally(fresh.size(), 0, 0, 0, how.add(work, fresh)));
    }
    return changed.isEmpty() ? tally : tally.plus(how.change(work, changed));
  }

  private static boolean saysMore(Row row, ImportedRow before) {
    return before.absentSince() != null || !Arrays.equals(row.hash(), before.contentHash());
  }

  private <R extends Row> void trace(
      Work work,
      FileKind kind,
      List<Target<R>> fresh,
      List<Target<R>> changed,
      Map<String, ImportedRow> known) {
    var added = new ArrayList<ImportedRow>();
    var updated = new ArrayList<ImportedRow>();
    fresh.forEach(target -> added.add(trace(work, kind, target)));
    changed.forEach(
        target ->
            (known.containsKey(target.row().key()) ? updated : added)
                .add(trace(work, kind, target)));
    if (!added.isEmpty()) {
      rows.saveAll(added);
    }
    if (!updated.isEmpty()) {
      rows.updateAll(updated);
    }
  }

  private static ImportedRow trace(Work work, FileKind kind, Target<?> target) {
    var row = target.row();
    return new ImportedRow(
        work.municipality(), kind, row.key(), target.recordId(), row.hash(), work.now(), null);
  }

  private Map<String, ImportedRow> known(Work work, FileKind kind, List<String> keys) {
    return byKey(rows.of(work.municipality(), kind.name(), keys));
  }

  private static Map<String, ImportedRow> byKey(List<ImportedRow> found) {
    return found.stream().collect(Collectors.toMap(ImportedRow::externalKey, Function.identity()));
  }
}
