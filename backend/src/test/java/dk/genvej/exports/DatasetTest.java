package dk.genvej.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Golden;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dataset of a municipality (R73), held against the courses it tells of. */
class DatasetTest {

  private static final World WORLD = new World();
  private static Story corrected;
  private static Story stopped;
  private static Story followed;

  @TempDir private Path folder;

  /** S1 with its correction 120 → 150, S5, and one that is followed up. */
  @BeforeAll
  static void courses() {
    corrected = completed("Inger Opdigtet", "120");
    corrected.correctAfter("150");
    stopped = started("Grethe Påfund");
    WORLD.on("2025-02-20");
    stopped.stop(WORLD.anna, "2025-02-20", "DECLINED").ok();
    followed = completed("Hans Opdigtet", "0");
    WORLD.on("2025-07-16");
    Api.as(WORLD.vera)
        .post(
            "/follow-ups/" + followed.followUps().at("/items/0/id") + "/record",
            Map.of("heldOn", "2025-07-16", "help", Story.minutes("30"), "result", "CHANGED"))
        .ok();
  }

  @Test
  void everyVersionIsInItAndOnlyTheLatestStands() {
    var report = exported().export(Format.RFC4180);
    var rows = exported().rows("outcome.csv", ',');

    assertThat(rows)
        .extracting(
            row ->
                row.get("event")
                    + " "
                    + row.get("operation")
                    + " "
                    + row.get("after_minutes")
                    + " "
                    + row.get("standing"))
        .containsExactlyInAnyOrder(
            "COMPLETED NEW 120.0 false",
            "COMPLETED CORRECTION 150.0 true",
            "STOPPED NEW  true",
            "COMPLETED NEW 0.0 true",
            "FOLLOW_UP NEW 0.0 true");
    assertThat(report.files())
        .extracting(file -> file.name() + " " + file.rows())
        .startsWith("outcome.csv 5", "outcome_instrument.csv 3");
  }

  /** Not one figure here comes from the outcome tables. */
  @Test
  void countsAndSumsAreThoseOfTheCoursesThemselves() {
    exported().export(Format.RFC4180);

    assertThat(ToldByCourses.lines(exported().rows("outcome.csv", ',')))
        .isEqualTo(WORLD.value(ToldByCourses.sql("2025-01-01", "2025-12-31")));
  }

  @Test
  void nobodyIsInIt() {
    for (var format : Format.values()) {
      exported().export(format);
    }

    for (var file : Stream.of("outcome.csv", "outcome.jsonl", "outcome_instrument.csv").toList()) {
      assertThat(exported().text(file))
          .doesNotContain("Opdigtet", "Påfund", "Regnet", "bad selv", "150642")
          .doesNotContain(corrected.citizenId.toString())
          .doesNotContain(corrected.courseId.toString());
    }
  }

  @Test
  void aUnitThatIsNamedAsAFormulaIsText() {
    var world = new World();
    world.past("update unit set name = '=HYPERLINK(\"x\")' where id = '" + world.nord + "'");
    ManyOutcomes.fill(world, 3);

    new DatasetWorld(world, folder).export(Format.CSV);

    assertThat(new DatasetWorld(world, folder).text("outcome.csv"))
        .contains("\"'=HYPERLINK(\"\"x\"\")\"");
  }

  @Test
  void columnsKeepTheirPlacesAndEachIsExplained() {
    exported().export(Format.CSV);

    var dictionary = exported().text("dictionary.csv").lines().toList();
    Golden.assertMatches("exports/dictionary.txt", dictionary);
    assertThat(dictionary).noneMatch(line -> line.endsWith(";"));
    assertThat(exported().text("outcome.csv").lines().findFirst().orElseThrow().split(";"))
        .containsExactlyElementsOf(
            exported().rows("dictionary.csv", ';').stream()
                .filter(row -> row.get("file").equals("outcome"))
                .map(row -> row.get("column"))
                .toList());
    assertThat(
            WORLD.value(
                """
                select string_agg(c.relname || '.' || a.attname, ',') from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                 where c.relkind = 'v' and c.relname ~ '^(dataset|fact|dim)_' and col_description(c.oid, a.attnum) is null
                """))
        .as("columns without a word")
        .isNull();
  }

  @Test
  void theManifestSaysWhatIsThere() throws Exception {
    exported().export(Format.JSONL);

    var manifest = new ObjectMapper().readTree(exported().text("manifest.json"));
    assertThat(manifest.at("/dataset").asText()).isEqualTo("genvej-outcome");
    assertThat(manifest.at("/version").asInt()).isEqualTo(Dataset.VERSION);
    for (var file : manifest.get("files")) {
      var bytes = Files.readAllBytes(folder.resolve(file.get("name").asText()));
      assertThat(HexFormat.of().formatHex(Ids.sha256(bytes)))
          .isEqualTo(file.get("sha256").asText());
    }
    assertThat(exported().text("outcome.jsonl").lines()).hasSize(5);
    assertThat(leftOvers()).isZero();
  }

  @Test
  void aPeriodHoldsTheEventsOfItsDays() {
    var order =
        new DatasetOrder(
            WORLD.municipality,
            folder,
            Format.CSV,
            true,
            java.time.LocalDate.parse("2025-02-01"),
            java.time.LocalDate.parse("2025-04-15"),
            null);

    DatasetWorld.run(order);

    assertThat(exported().text("outcome.csv")).startsWith("\uFEFFdataset_version;");
    assertThat(exported().rows("outcome.csv", ';'))
        .extracting(row -> row.get("event"))
        .containsExactly("STOPPED");
  }

  @Test
  void theStarAddsUpAndTheAccessLogTells() {
    exported().export(Format.CSV);

    assertThat(
            WORLD.value(
                "select concat_ws(' ', sum(courses), sum(computable), sum(shadow_minutes) filter"
                    + " (where computable = 1), sum(after_minutes) filter (where computable = 1),"
                    + " sum(saved_minutes)) from fact_outcome where municipality = :m and"
                    + " follow_up_month = 0"))
        .isEqualTo("3 2 840.0 150.0 690.0");
    assertThat(
            WORLD.value(
                "select count(*) > 0 and bool_and(outcome = 'DISCLOSED' and citizens = '{}') from"
                    + " access_log where municipality_id = :m and operation = 'exportDataset'"))
        .isEqualTo("t");
  }

  /** What the 100,000 of benchmarks.md take, in small. */
  @Test
  void thousandsOfRowsAreWrittenInOneGo() {
    var world = new World();
    ManyOutcomes.fill(world, 5_000);
    var begun = System.nanoTime();

    var report = new DatasetWorld(world, folder).export(Format.CSV);

    System.out.printf(
        "5,000 outcomes exported in %.1f s%n", (System.nanoTime() - begun) / 1_000_000_000.0);
    assertThat(report.files().getFirst().rows()).isEqualTo(5_000);
    assertThat(new DatasetWorld(world, folder).text("outcome.csv").lines()).hasSize(5_001);
  }

  private DatasetWorld exported() {
    return new DatasetWorld(WORLD, folder);
  }

  private long leftOvers() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).count();
    }
  }

  private static Story started(String name) {
    WORLD.on("2025-01-13");
    var story = new Story(WORLD, Citizens.aCitizen(WORLD).named(name));
    story.referredTo(WORLD.anna, "2025-01-13").planned().scores("BASELINE", "3");
    story.started("2025-01-20");
    story.visitHeld("2025-01-20T10:00:00+01:00", 45);
    return story;
  }

  private static Story completed(String name, String after) {
    var story = started(name);
    WORLD.on("2025-04-14");
    story.scores("FINAL", "7");
    story.evaluated("2025-04-14");
    WORLD.on("2025-04-16");
    story.revisited("2025-04-16", after).created();
    return story;
  }
}
