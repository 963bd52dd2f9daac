package dk.genvej.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record system's next files, when two of its citizens have become one here. */
class MergedCitizenTest {

  private final World world = new World().on("2025-01-13");
  private final String real = Citizens.inventedCpr("150642");
  private final String replacement = Citizens.inventedCpr("750642");
  private UUID staying;
  private UUID gone;

  @BeforeEach
  void twoOfOneAreMerged() {
    assertThat(imports(line("B-1", real, "Vej 1"), line("B-2", replacement, "Vej 2")).tally())
        .isEqualTo(new Tally(2, 0, 0, 0, 0));
    staying = recordOf("B-1");
    gone = recordOf("B-2");
    Api.as(world.carla)
        .post("/citizens/" + staying + "/merge", Map.of("mergedId", gone, "reason", "Dobbelt"))
        .ok();
  }

  @Test
  void bothKeysAreOfTheCitizenWhoStays() {
    assertThat(recordOf("B-2")).isEqualTo(staying);

    var report = imports(line("B-1", real, "Vej 1"), line("B-2", replacement, "Vej 2"));

    assertThat(report.faults()).isEmpty();
    assertThat(report.tally()).isEqualTo(new Tally(0, 0, 2, 0, 0));
  }

  @Test
  void aLineThatStillHasTheNumberOfTheRecordThatWentChangesNothing() {
    var report = imports(line("B-1", real, "Vej 3"), line("B-2", replacement, "Vej 4"));

    assertThat(report.faults()).isEmpty();
    assertThat(report.tally()).isEqualTo(new Tally(0, 1, 1, 0, 0));
    assertThat(shown("/address/street")).isEqualTo("Vej 3");
    assertThat(shown("/cpr")).isEqualTo(real);
  }

  @Test
  void theKeyOfTheRecordThatWentWithTheNumberThatStandsIsTheCitizen() {
    var report = imports(line("B-2", real, "Vej 5"));

    assertThat(report.faults()).isEmpty();
    assertThat(shown("/address/street")).isEqualTo("Vej 5");
    assertThat(world.value("select count(*) from citizen where municipality_id = :m"))
        .isEqualTo("2");
  }

  @Test
  void twoLinesOfOneCitizenAreNotGuessedBetween() {
    var third = Citizens.inventedCpr("160642");

    var report = imports(line("B-1", real, "Vej 6"), line("B-2", third, "Vej 7"));

    assertThat(report.faults()).containsExactly(new Fault(3, "borger_id", FaultKind.CITIZEN_TWICE));
    assertThat(shown("/address/street")).isEqualTo("Vej 6");
  }

  private UUID recordOf(String key) {
    return UUID.fromString(
        world.value(
            "select record_id from imported_row where municipality_id = :m and external_key = '"
                + key
                + "'"));
  }

  private String shown(String pointer) {
    return Api.as(world.vera).get("/citizens/%s", staying).ok().at(pointer);
  }

  private static String line(String key, String cpr, String street) {
    return "%s;%s;Inger Opdigtet;Nord 1;%s;4200;Slagelse".formatted(key, cpr, street);
  }

  private ImportReport imports(String... lines) {
    var file = "borger_id;cpr;navn;plejeområde;vej;postnr;by\n" + String.join("\n", lines) + "\n";
    return ImportWorld.citizens(world, file);
  }
}
