package dk.genvej.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantAndContactTest {

  private final ImportWorld world = new ImportWorld();

  @Test
  void eachWayAGrantCanBeWrongIsTold() {
    world.imports(FileKind.CITIZENS, ImportWorld.citizens(2));
    var lines = new ArrayList<String>(List.of(SampleSet.header(FileKind.GRANTS)));
    var expected = new ArrayList<Fault>();
    add(lines, "G-1;B-10000;PERSONLIG_PLEJE;;;SEL_83;2025-04-01;;82,5;1");
    bad(
        lines,
        expected,
        "borger_id",
        FaultKind.CITIZEN_UNKNOWN,
        "G-2;B-77777;PERSONLIG_PLEJE;;;SEL_83;2025-04-01;;82,5;1");
    bad(
        lines,
        expected,
        "bevilling_id",
        FaultKind.KEY_TWICE,
        "G-1;B-10001;PERSONLIG_PLEJE;;;SEL_83;2025-04-01;;82,5;1");
    bad(
        lines,
        expected,
        "ydelse",
        FaultKind.SERVICE_OR_LEVEL,
        "G-3;B-10000;;;;SEL_83;2025-04-01;;82,5;1");
    bad(
        lines,
        expected,
        "ydelse",
        FaultKind.CODE_UNKNOWN,
        "G-4;B-10000;BAD OG BLE;;;SEL_83;2025-04-01;;82,5;1");
    bad(
        lines,
        expected,
        "niveau",
        FaultKind.LEVEL_NEEDS_AELDRELOVEN,
        "G-5;B-10000;;F1;;SEL_83;2025-08-01;;82,5;1");
    bad(
        lines,
        expected,
        "lovgrundlag",
        FaultKind.LAW_NOT_IN_FORCE,
        "G-6;B-10000;;F1;;ÆLDRELOVEN_10;2025-06-30;;82,5;1");
    bad(
        lines,
        expected,
        "lovgrundlag",
        FaultKind.CODE_UNKNOWN,
        "G-7;B-10000;PERSONLIG_PLEJE;;;SEL_999;2025-04-01;;82,5;1");
    bad(
        lines,
        expected,
        "slutdato",
        FaultKind.PERIOD_REVERSED,
        "G-8;B-10000;PERSONLIG_PLEJE;;;SEL_83;2025-04-01;2025-03-31;82,5;1");
    bad(
        lines,
        expected,
        "minutter",
        FaultKind.NUMBER_NEGATIVE,
        "G-9;B-10000;PERSONLIG_PLEJE;;;SEL_83;2025-04-01;;-5;1");
    bad(
        lines,
        expected,
        "minutter",
        FaultKind.NUMBER_MALFORMED,
        "G-10;B-10000;PERSONLIG_PLEJE;;;SEL_83;2025-04-01;;82.5;1");
    bad(
        lines,
        expected,
        "minutter",
        FaultKind.NUMBER_TOO_LARGE,
        "G-11;B-10000;PERSONLIG_PLEJE;;;SEL_83;2025-04-01;;10081;1");
    bad(
        lines,
        expected,
        "hver_uge",
        FaultKind.NUMBER_MALFORMED,
        "G-12;B-10000;PERSONLIG_PLEJE;;;SEL_83;2025-04-01;;82,5;0");
    bad(
        lines,
        expected,
        "startdato",
        FaultKind.VALUE_MISSING,
        "G-13;B-10000;PERSONLIG_PLEJE;;;SEL_83;;;82,5;1");
    add(lines, "G-14;B-10000;PRAKTISK_HJÆLP;;;SEL_83;01-04-2025;;45;2");
    add(lines, "G-15;B-10001;;F1;Forløb 1;ÆLDRELOVEN_10;2025-07-01;;75,0;");

    var report = world.imports(FileKind.GRANTS, String.join("\n", lines));

    assertThat(report.faults()).containsExactlyElementsOf(expected);
    assertThat(report.tally().created()).isEqualTo(3);
    assertThat(
            world.world.value(
                "select string_agg(code || ' ' || legal_basis || ' ' || minutes_per_week || ' ' ||"
                    + " state, ', ' order by code) from care_grant where municipality_id = :m"))
        .isEqualTo(
            "COURSE_LEVEL AELDRELOVEN_10 75.0 ACTIVE, PERSONAL_CARE SEL_83 82.5 ACTIVE,"
                + " PRACTICAL_HELP SEL_83 22.5 ACTIVE");
  }

  @Test
  void aContactBecomesAnOpenReferralAndAFileNeverTakesItsAssessmentBack() {
    world.imports(FileKind.CITIZENS, ImportWorld.citizens(2));
    var header = SampleSet.header(FileKind.CONTACTS) + "\n";
    var contact =
        "K-1;B-10000;HJEMMEPLEJE;A12;2026-10-20;EFTER_INDLÆGGELSE;2026-10-19;Opdigtet Sygehus;ja\n";
    world.imports(FileKind.CONTACTS, header + contact);
    assertThat(referral())
        .isEqualTo("OPEN HOME_CARE HOSPITAL_MEDICAL 2026-10-20 AFTER_ADMISSION 2026-10-19 1");
    lapse();

    var changed = contact.replace("2026-10-20", "2026-10-21").replace("EFTER_INDLÆGGELSE", "ANDET");
    var report = world.imports(FileKind.CONTACTS, header + changed);

    assertThat(report.tally()).isEqualTo(new Tally(0, 1, 0, 0, 0));
    assertThat(referral())
        .isEqualTo("LAPSED HOME_CARE HOSPITAL_MEDICAL 2026-10-21 AFTER_ADMISSION 2026-10-19 3");
  }

  @Test
  void eachWayAContactCanBeWrongIsTold() {
    world.imports(FileKind.CITIZENS, ImportWorld.citizens(2));
    var lines = new ArrayList<String>(List.of(SampleSet.header(FileKind.CONTACTS)));
    var expected = new ArrayList<Fault>();
    bad(
        lines,
        expected,
        "borger_id",
        FaultKind.CITIZEN_UNKNOWN,
        "K-1;B-4;HJEMMEPLEJE;A1;2026-10-20;;;;");
    bad(
        lines,
        expected,
        "art",
        FaultKind.CODE_UNKNOWN,
        "K-2;B-10000;HAVEARBEJDE;A1;2026-10-20;;;;");
    bad(
        lines,
        expected,
        "kilde",
        FaultKind.CODE_UNKNOWN,
        "K-3;B-10000;HJEMMEPLEJE;A16;2026-10-20;;;;");
    bad(
        lines,
        expected,
        "modtaget",
        FaultKind.DATE_IN_FUTURE,
        "K-4;B-10000;HJEMMEPLEJE;A1;2026-11-03;;;;");
    bad(
        lines,
        expected,
        "årsag",
        FaultKind.CODE_UNKNOWN,
        "K-5;B-10000;HJEMMEPLEJE;A1;2026-10-20;LUNE;;;");
    bad(
        lines,
        expected,
        "sygehus",
        FaultKind.HOSPITAL_MISSING,
        "K-6;B-10000;HJEMMEPLEJE;A1;2026-10-20;;2026-10-19;;");

    var report = world.imports(FileKind.CONTACTS, String.join("\n", lines));

    assertThat(report.faults()).containsExactlyElementsOf(expected);
    assertThat(report.tally()).isEqualTo(Tally.NOTHING);
  }

  private String referral() {
    return world.world.value(
        "select concat_ws(' ', state, kind, source, received_on, reason, discharged_on, version)"
            + " from referral where municipality_id = :m");
  }

  private void lapse() {
    world.asImport(
        "update referral set state = 'LAPSED', version = version + 1 where municipality_id = "
            + world.world.municipality);
  }

  private static void add(List<String> lines, String line) {
    lines.add(line);
  }

  private static void bad(
      List<String> lines, List<Fault> expected, String column, FaultKind kind, String line) {
    lines.add(line);
    expected.add(new Fault(lines.size(), column, kind));
  }
}
