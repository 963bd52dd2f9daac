package dk.genvej.imports;

import dk.genvej.imports.ImportReport.Outcome;
import dk.genvej.imports.RowImport.Standing;
import dk.genvej.work.SystemActor;
import dk.genvej.work.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One run over one file: read, judge, ask, write. */
final class ImportRun<R extends Row> {

  /** Short commits: whoever works with one of these citizens waits for no more than a group. */
  static final int CITIZENS_IN_A_GROUP = 200;

  private final ImportOrder order;
  private final RowImport<R> how;
  private final ImportLedger ledger;
  private final SystemActor actor;
  private final SourceText source;
  private final List<String> notes = new ArrayList<>();

  ImportRun(ImportOrder order, RowImport<R> how, ImportLedger ledger, SystemActor actor) {
    this.order = order;
    this.how = how;
    this.ledger = ledger;
    this.actor = actor;
    this.source = SourceText.of(order.file());
  }

  ImportReport run(Question question, Progress progress) {
    var csv = CsvLines.of(source, order.kind());
    if (!csv.usable()) {
      return report(Outcome.UNREADABLE, csv, Tally.NOTHING, csv.faults());
    }
    csv.unknownColumns().forEach(name -> notes.add("Kolonnen " + name + " læses ikke"));
    var plan = actor.does(work -> plan(work, csv));
    var faults = plan.reading.sortedFaults();
    if (!order.dryRun() && plan.asks() && !question.ask(plan.question(order.kind()))) {
      return report(Outcome.DECLINED, csv, Tally.NOTHING, faults);
    }
    return order.dryRun()
        ? report(Outcome.TRIED, csv, Tally.NOTHING, faults)
        : report(Outcome.DONE, csv, write(plan, progress), faults);
  }

  private Plan<R> plan(Work work, CsvLines csv) {
    var around = ledger.surroundings(work, order.asOf());
    var reading = Reading.of(csv, order.kind(), how, around);
    var known = ledger.known(work, order.kind());
    var judged = reading.without(how.judge(work, reading.rows(), known));
    var standing = order.snapshot() ? how.standing(work, around.asOf()) : List.<Standing>of();
    var absent = standing.stream().filter(each -> !judged.keys().contains(each.key())).toList();
    if (judged.lost() > 0 && !absent.isEmpty()) {
      notes.add(
          "Intet er afsluttet: %d linjer har ingen læsbar nøgle, så filen er ikke et helt billede"
              .formatted(judged.lost()));
      absent = List.of();
    }
    return new Plan<>(
        judged, absent, standing.size(), ledger.snapshotEndPercent(work), around.asOf());
  }

  private Tally write(Plan<R> plan, Progress progress) {
    var tally = Tally.NOTHING;
    int done = 0;
    int all = plan.reading.rows().size() + plan.absent.size();
    for (var group : groups(plan.reading.rows())) {
      tally = tally.plus(actor.does(work -> ledger.write(work, order.kind(), how, group)));
      done += group.size();
      progress.at(done, all);
    }
    for (var group : Groups.of(plan.absent, Standing::citizenId, CITIZENS_IN_A_GROUP)) {
      actor.does(work -> end(work, group, plan.asOf));
      tally = tally.plus(new Tally(0, 0, 0, group.size(), 0));
      done += group.size();
      progress.at(done, all);
    }
    return tally;
  }

  private boolean end(Work work, List<Standing> absent, LocalDate asOf) {
    ledger.end(work, order.kind(), how, absent, asOf);
    return true;
  }

  private List<List<R>> groups(List<R> rows) {
    return Groups.of(rows, Row::citizenKey, CITIZENS_IN_A_GROUP);
  }

  private ImportReport report(Outcome outcome, CsvLines csv, Tally tally, List<Fault> faults) {
    var encoding = source.encoding().label() + (source.byteOrderMark() ? " med BOM" : "");
    int lines = csv.lines().size() + csv.faults().size();
    return new ImportReport(order.kind(), outcome, encoding, lines, tally, faults, notes);
  }

  /** What a run is about to do. */
  private record Plan<R extends Row>(
      Reading<R> reading, List<Standing> absent, int standing, int mayEnd, LocalDate asOf) {

    boolean asks() {
      return absent.size() * 100L > (long) mayEnd * standing;
    }

    /** 126 of 2,500 is 5.04 per cent, which is more than 5. */
    String question(FileKind kind) {
      return "%d af %d løbende %s (%s %%) står ikke i filen og bliver afsluttet. Fortsæt?"
          .formatted(
              absent.size(),
              standing,
              kind.danish(),
              String.format(Locale.of("da"), "%.2f", absent.size() * 100.0 / standing));
    }
  }
}
