package dk.genvej.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.imports.ImportReport.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the absence of a line means, and when it means nothing. */
class SnapshotTest {

  private final ImportWorld world = new ImportWorld();

  @Test
  void aSnapshotThatEndsMoreThanFivePercentAsksFirst() {
    world.imports(FileKind.CITIZENS, ImportWorld.citizens(60));
    var all = grants(40);
    world.imports(FileKind.GRANTS, all);
    var two = order(all.lines().limit(39).toList());
    var three = order(all.lines().limit(38).toList());

    var atFive = world.run(two, Question.no());
    assertThat(atFive.outcome()).isEqualTo(Outcome.DONE);
    assertThat(atFive.tally().ended()).isEqualTo(2);

    var declined = world.run(order(all.lines().limit(30).toList()), Question.no());
    assertThat(declined.outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(active()).isEqualTo(38);

    var accepted = world.run(three, Question.yes());
    assertThat(accepted.tally().ended()).isEqualTo(1);
    assertThat(active()).isEqualTo(37);
    assertThat(
            world.world.value(
                "select max(until_day)::text from care_grant where municipality_id = :m and state ="
                    + " 'COMPLETED'"))
        .isEqualTo("2026-11-01");

    var back = world.imports(FileKind.GRANTS, all);
    assertThat(back.tally().changed()).isEqualTo(3);
    assertThat(active()).isEqualTo(40);
  }

  @Test
  void anAbsentLineMeansNothingWithoutSnapshotAndABadLineIsNotAbsent() {
    world.imports(FileKind.CITIZENS, ImportWorld.citizens(60));
    var all = grants(40);
    world.imports(FileKind.GRANTS, all);

    world.imports(FileKind.GRANTS, all.lines().limit(5).reduce("", (a, b) -> a + b + "\n"));
    assertThat(active()).isEqualTo(40);

    var bad = all.replaceAll("SEL_83", "SEL_0").replaceAll("ÆLDRELOVEN_10", "SEL_0");
    var report = world.run(order(bad.lines().toList()), Question.yes());
    assertThat(report.faults()).hasSize(40);
    assertThat(active()).isEqualTo(40);

    var lost = world.run(order(all.replaceFirst("V-", "\"V-").lines().toList()), Question.yes());
    assertThat(lost.notes()).anyMatch(note -> note.startsWith("Intet er afsluttet"));
    assertThat(active()).isEqualTo(40);
  }

  @Test
  void citizensWhoAreGoneFromASnapshotAreFlaggedAndComeBack() {
    var file = ImportWorld.citizens(40);
    world.imports(FileKind.CITIZENS, file);
    var fewer = file.lines().limit(40).reduce("", (a, b) -> a + b + "\n");
    var order =
        ImportOrder.of(
                world.world.municipality, FileKind.CITIZENS, fewer.getBytes(StandardCharsets.UTF_8))
            .asSnapshot();

    assertThat(world.run(order, Question.no()).tally().ended()).isEqualTo(1);
    assertThat(world.run(order, Question.no()).tally().ended()).isZero();
    assertThat(absent()).isEqualTo("1");
    assertThat(count("citizen")).isEqualTo(40);

    assertThat(world.imports(FileKind.CITIZENS, file).tally().changed()).isZero();
    assertThat(absent()).isEqualTo("0");
  }

  /** The first grants of the first 60 citizens, one a line. */
  private static String grants(int count) {
    return SampleSet.files()
        .get("grants.csv")
        .lines()
        .limit(count + 1L)
        .reduce("", (a, b) -> a + b + "\n");
  }

  private ImportOrder order(List<String> lines) {
    var bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return ImportOrder.of(world.world.municipality, FileKind.GRANTS, bytes).asSnapshot();
  }

  private long active() {
    return Long.parseLong(
        world.world.value(
            "select count(*) from care_grant where municipality_id = :m and state = 'ACTIVE'"));
  }

  private String absent() {
    return world.world.value(
        "select count(*) from imported_row where municipality_id = :m and absent_since is not"
            + " null");
  }

  private long count(String table) {
    return Long.parseLong(
        world.world.value("select count(*) from " + table + " where municipality_id = :m"));
  }
}
