package dk.genvej.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.imports.ImportReport.Outcome;
import org.junit.jupiter.api.Test;

/** Counts of inhabitants and of those who receive help (R76, O10). */
class HeadcountTest {

  /** S13. */
  private static final String INHABITANTS =
      """
      distrikt;opgjort;alder_fra;indbyggere
      Nord;2025-12-31;65;5200
      Syd;2025-12-31;65;6100
      Distrikt Kyst;31-12-2025;;4700
      """;

  private final ImportWorld world = new ImportWorld();

  @Test
  void inhabitantsOfEveryDistrictAreCountedOnce() {
    var first = world.imports(FileKind.POPULATION, INHABITANTS);
    var again = world.imports(FileKind.POPULATION, INHABITANTS.replace("2025-12-31", "31-12-2025"));

    assertThat(first.danish()).contains("Fil med befolkning: 3 linjer, UTF-8", "Ingen fejl");
    assertThat(first.tally()).isEqualTo(new Tally(3, 0, 0, 0, 0));
    assertThat(again.tally()).isEqualTo(new Tally(0, 0, 3, 0, 0));
    assertThat(counted())
        .isEqualTo(
            "INHABITANTS Distrikt Kyst 65+ 4700 v1,INHABITANTS Nord 65+ 5200 v1,INHABITANTS Syd 65+"
                + " 6100 v1");
  }

  @Test
  void recipientsAndAnotherAgeStandBesideThem() {
    world.imports(FileKind.POPULATION, INHABITANTS);
    world.imports(
        FileKind.POPULATION, "distrikt;opgjort;alder_fra;indbyggere\nNord;2025-12-31;66;4900\n");
    world.imports(FileKind.RECIPIENTS, "distrikt;opgjort;modtagere\nNord;2025-12-31;780\n");

    assertThat(counted())
        .contains(
            "INHABITANTS Nord 65+ 5200", "INHABITANTS Nord 66+ 4900", "RECIPIENTS Nord 65+ 780");
  }

  @Test
  void aCountToldAnewIsCorrectedAndTheLogTells() {
    world.imports(FileKind.POPULATION, INHABITANTS);

    var corrected = world.imports(FileKind.POPULATION, INHABITANTS.replace("5200", "5230"));

    assertThat(corrected.tally()).isEqualTo(new Tally(0, 1, 2, 0, 0));
    assertThat(counted()).contains("INHABITANTS Nord 65+ 5230 v2");
    assertThat(
            world.world.value(
                "select string_agg(version::text, ',' order by version) from change_log where"
                    + " municipality_id = :m and record_type = 'headcount'"))
        .isEqualTo("1,1,1,2");
  }

  @Test
  void everyBadLineIsToldByItsKindAndTheGoodOnesAreCounted() {
    var report =
        world.imports(
            FileKind.POPULATION,
            """
            distrikt;opgjort;alder_fra;indbyggere
            Nord;2025-12-31;65;5200
            Atlantis;2025-12-31;65;1
            Nord 1;2025-12-31;65;1
            Syd;2027-01-01;65;1
            Syd;i går;65;1
            Syd;2025-12-31;tres;1
            Syd;2025-12-31;121;1
            Syd;2025-12-01;65;
            Syd;2025-12-02;65;-5
            Syd;2025-12-03;65;12,5
            Syd;2025-12-04;65;2000001
            Nord;31-12-2025;;5300
            Syd;2025-12-31
            """);

    assertThat(report.faults())
        .containsExactly(
            new Fault(3, "distrikt", FaultKind.UNIT_UNKNOWN),
            new Fault(4, "distrikt", FaultKind.UNIT_KIND_WRONG),
            new Fault(5, "opgjort", FaultKind.DATE_IN_FUTURE),
            new Fault(6, "opgjort", FaultKind.DATE_MALFORMED),
            new Fault(7, "alder_fra", FaultKind.NUMBER_MALFORMED),
            new Fault(8, "alder_fra", FaultKind.NUMBER_TOO_LARGE),
            new Fault(9, "indbyggere", FaultKind.VALUE_MISSING),
            new Fault(10, "indbyggere", FaultKind.NUMBER_MALFORMED),
            new Fault(11, "indbyggere", FaultKind.NUMBER_MALFORMED),
            new Fault(12, "indbyggere", FaultKind.NUMBER_TOO_LARGE),
            new Fault(13, "distrikt", FaultKind.KEY_TWICE),
            new Fault(14, null, FaultKind.VALUE_COUNT));
    assertThat(counted()).isEqualTo("INHABITANTS Nord 65+ 5200 v1");
  }

  @Test
  void aFileWithoutACountIsNotRead() {
    var report = world.imports(FileKind.RECIPIENTS, "distrikt;opgjort\nNord;2025-12-31\n");

    assertThat(report.outcome()).isEqualTo(Outcome.UNREADABLE);
    assertThat(report.faults())
        .containsExactly(new Fault(1, "modtagere", FaultKind.COLUMN_MISSING));
  }

  private String counted() {
    return world.world.value(
        """
        select string_agg(h.kind || ' ' || u.name || ' ' || h.from_age || '+ ' || h.people || ' v' || h.version, ','
                          order by h.kind, u.name, h.from_age)
          from headcount h join unit u on u.municipality_id = h.municipality_id and u.id = h.district_id
         where h.municipality_id = :m
        """);
  }
}
