package dk.genvej.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.imports.ImportReport.Outcome;
import dk.genvej.testing.TestServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ImportTest {

  private static final String WHOLE_SET = SampleSet.files().get("citizens.csv");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final ImportWorld world = new ImportWorld();

  @Test
  void of2500GoodAnd40BrokenLinesExactlyTheFortyAreReportedEachByItsKind() {
    var broken = new BrokenLines(WHOLE_SET.lines().skip(1).findFirst().orElseThrow()).lines();
    assertThat(broken).hasSize(40);
    var file = new ByteArrayOutputStream();
    var expected = BrokenLines.mix(WHOLE_SET, broken, file);
    assertThat(expected).hasSize(40);

    var report = world.imports(FileKind.CITIZENS, file.toByteArray());

    assertThat(report.faults())
        .containsExactlyElementsOf(
            expected.entrySet().stream()
                .map(e -> new Fault(e.getKey(), e.getValue().column(), e.getValue().kind()))
                .toList());
    assertThat(report.tally()).isEqualTo(new Tally(2500, 0, 0, 0, 0));
    assertThat(count("citizen")).isEqualTo(2500);
  }

  @Test
  void aSecondRunChangesNothing() {
    var started = System.nanoTime();
    world.imports(FileKind.CITIZENS, WHOLE_SET);
    System.out.printf("2,500 citizens imported in %.1f s%n", seconds(started));
    started = System.nanoTime();
    world.imports(FileKind.GRANTS, SampleSet.files().get("grants.csv"));
    world.imports(FileKind.CONTACTS, SampleSet.files().get("contacts.csv"));
    System.out.printf("Their grants and contacts in %.1f s%n", seconds(started));
    var before = world.state();

    started = System.nanoTime();
    var citizens = world.imports(FileKind.CITIZENS, WHOLE_SET);
    System.out.printf("A second run of the 2,500 in %.1f s%n", seconds(started));
    var grants = world.imports(FileKind.GRANTS, SampleSet.files().get("grants.csv"));
    var contacts = world.imports(FileKind.CONTACTS, SampleSet.files().get("contacts.csv"));

    assertThat(world.state()).isEqualTo(before);
    for (var report : new ImportReport[] {citizens, grants, contacts}) {
      assertThat(report.faults()).isEmpty();
      assertThat(report.tally()).isEqualTo(new Tally(0, 0, report.lines(), 0, 0));
    }
  }

  @Test
  void aChangedLineIsExactlyOneNewVersionInTheLogs() {
    var file = ImportWorld.citizens(30);
    world.imports(FileKind.CITIZENS, file);
    var versions = count("record_version");

    var report = world.imports(FileKind.CITIZENS, file.replaceFirst("Prøvevej", "Ny Prøvevej"));

    assertThat(report.tally()).isEqualTo(new Tally(0, 1, 29, 0, 0));
    assertThat(count("record_version")).isEqualTo(versions + 1);
    assertThat(
            world.world.value(
                "select count(*) from change_log where municipality_id = :m and record_type ="
                    + " 'citizen' and version = 2 and operation = 'import'"))
        .isEqualTo("1");
  }

  @Test
  void theSameContentInAnotherEncodingOrDateFormIsNoChange() {
    var file = ImportWorld.citizens(40);
    var plain = world.imports(FileKind.CITIZENS, file);
    var before = world.state();

    var marked = world.imports(FileKind.CITIZENS, "\uFEFF" + file);
    var windows = world.imports(FileKind.CITIZENS, file.replace("\n", "\r\n").getBytes(WINDOWS));
    var danishDates =
        world.imports(FileKind.CITIZENS, file.replaceAll("(\\d{4})-(\\d{2})-(\\d{2})", "$3-$2-$1"));

    assertThat(plain.encoding()).isEqualTo("UTF-8");
    assertThat(marked.encoding()).isEqualTo("UTF-8 med BOM");
    assertThat(windows.encoding()).isEqualTo("Windows-1252");
    for (var again : new ImportReport[] {marked, windows, danishDates}) {
      assertThat(again.danish()).contains("Ingen fejl");
      assertThat(again.tally()).isEqualTo(new Tally(0, 0, 40, 0, 0));
    }
    assertThat(world.state()).isEqualTo(before);
    assertThat(
            world.world.value(
                "select count(*) from citizen where municipality_id = :m and street ~ '[æøåØÅ]'"))
        .isNotEqualTo("0");
  }

  @Test
  void aDeathOrAMoveRaisesATaskOnceAndStopsNothing() {
    var file = ImportWorld.citizens(3);
    world.imports(FileKind.CITIZENS, file);
    var lines = file.lines().toList();
    var told =
        lines.get(0)
            + "\n"
            + ended(lines.get(1), ";2026-10-30;")
            + ended(lines.get(2), ";;2026-10-31")
            + lines.get(3);

    var first = world.imports(FileKind.CITIZENS, told);
    var second = world.imports(FileKind.CITIZENS, told);

    assertThat(first.tally()).isEqualTo(new Tally(0, 2, 1, 0, 2));
    assertThat(second.tally()).isEqualTo(new Tally(0, 0, 3, 0, 0));
    assertThat(
            world.world.value(
                "select string_agg(kind || ' ' || state, ', ' order by kind) from task where"
                    + " municipality_id = :m"))
        .isEqualTo("CITIZEN_DIED OPEN, CITIZEN_MOVED OPEN");
    assertThat(
            world.world.value(
                "select died_on::text from citizen where municipality_id = :m and died_on is not"
                    + " null"))
        .isEqualTo("2026-10-30");
  }

  @Test
  void aCprNumberThatChangesStaysTheSameCitizenAndNeverMovesToAnother() {
    var lines = ImportWorld.citizens(2).lines().toList();
    world.imports(FileKind.CITIZENS, ImportWorld.citizens(2));
    var values = lines.get(1).split(";", -1);
    var changed = lines.get(1).replace(values[1], "150642-0007").replace(values[3], "1942-06-15");

    var report =
        world.imports(FileKind.CITIZENS, lines.get(0) + "\n" + changed + "\n" + lines.get(2));
    assertThat(report.tally()).isEqualTo(new Tally(0, 1, 1, 0, 0));

    var stolen = lines.get(2).replace("B-10001", "B-99999");
    var refused = world.imports(FileKind.CITIZENS, lines.get(0) + "\n" + stolen);
    assertThat(refused.faults()).containsExactly(new Fault(2, "cpr", FaultKind.CPR_OF_ANOTHER));
    assertThat(count("citizen")).isEqualTo(2);
  }

  @Test
  void killedMidwayAndRunAgainItEndsInTheStateOfOneCleanRun() throws Exception {
    var file = Files.writeString(Path.of("target", "killed-import.csv"), WHOLE_SET);
    var killed = new ImportWorld();
    int committed = killAfterCommits(killed, file, 3);

    var again = killed.imports(FileKind.CITIZENS, WHOLE_SET);
    world.imports(FileKind.CITIZENS, WHOLE_SET);

    assertThat(again.tally().unchanged()).isGreaterThanOrEqualTo(committed).isLessThan(2500);
    assertThat(again.tally().created()).isEqualTo(2500 - again.tally().unchanged());
    assertThat(killed.state()).isEqualTo(world.state());
  }

  @Test
  void aTrialRunAndAnUnreadableFileWriteNothing() {
    var order =
        ImportOrder.of(
            world.world.municipality,
            FileKind.CITIZENS,
            ImportWorld.citizens(5).getBytes(StandardCharsets.UTF_8));
    assertThat(world.run(order.tried(), Question.no()).outcome()).isEqualTo(Outcome.TRIED);

    var commas = world.imports(FileKind.CITIZENS, ImportWorld.citizens(5).replace(';', ','));
    assertThat(commas.outcome()).isEqualTo(Outcome.UNREADABLE);
    assertThat(commas.faults()).extracting(Fault::kind).containsOnly(FaultKind.COLUMN_MISSING);
    var utf16 =
        world.imports(FileKind.CITIZENS, ImportWorld.citizens(5).getBytes(StandardCharsets.UTF_16));
    assertThat(utf16.faults()).extracting(Fault::kind).containsExactly(FaultKind.FILE_UTF16);
    assertThat(count("citizen")).isZero();
  }

  @Test
  void theReportNamesNobody() {
    var bad = ImportWorld.citizens(1).replace("Prøvevej", "Prøvevej").replaceAll(";6999;", ";69;");

    var report = String.join("\n", world.imports(FileKind.CITIZENS, bad).danish());

    var values = bad.lines().toList().get(1).split(";", -1);
    assertThat(report).contains("linje 2, kolonne postnr: Postnummeret skal være fire cifre");
    assertThat(report).doesNotContain(values[0], values[1], values[2]);
  }

  private static String ended(String line, String end) {
    return line.replaceAll(";;$", end) + "\n";
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }

  private long count(String table) {
    return Long.parseLong(
        world.world.value("select count(*) from " + table + " where municipality_id = :m"));
  }

  private static int killAfterCommits(ImportWorld killed, Path file, int commits)
      throws IOException, InterruptedException {
    var installation = TestServer.running().installation();
    var process =
        ImportingJvm.launch(
            installation.url(), installation.password(), killed.world.municipality, file);
    BufferedReader words = process.inputReader();
    String last = "0";
    for (int seen = 0; seen < commits; ) {
      var line = words.readLine();
      assertThat(line).as("the importing JVM ended early").isNotNull();
      if (line.startsWith("COMMITTED ")) {
        last = line.substring("COMMITTED ".length());
        seen++;
      }
    }
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 9);
    return Integer.parseInt(last);
  }
}
