package dk.genvej.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents the help a citizen is granted. */
final class SampleGrants {

  private static final LocalDate AELDRELOV = LocalDate.of(2025, 7, 1);
  private static final int PENSION_AGE = 67;

  /** Level, its name and its indicative minutes a week. */
  private static final String[][] LEVELS = {
    {"FORLOEB_1", "Pleje- og omsorgsforløb 1, let", "75,0"},
    {"FORLOEB_2", "Pleje- og omsorgsforløb 2, moderat", "240,0"},
    {"FORLOEB_3", "Pleje- og omsorgsforløb 3, omfattende", "560,0"},
    {"FORLOEB_4", "Pleje- og omsorgsforløb 4, døgnet rundt", "1050,0"}
  };

  private final Random random;
  private int made;

  SampleGrants(Random random) {
    this.random = random;
  }

  List<String> of(SampleCitizen citizen, LocalDate asOf) {
    var from = asOf.minusDays(5 + random.nextInt(1500));
    int age = citizen.birthDate().until(asOf).getYears();
    return age >= PENSION_AGE && !from.isBefore(AELDRELOV)
        ? List.of(level(citizen, from))
        : services(citizen, from);
  }

  /** Ældreloven: one broad course, its content agreed along the way. */
  private String level(SampleCitizen citizen, LocalDate from) {
    int share = random.nextInt(100);
    var level = LEVELS[share < 46 ? 0 : share < 78 ? 1 : share < 94 ? 2 : 3];
    return line(citizen, "", level[0], level[1], "ÆLDRELOVEN_10", from, level[2], 1);
  }

  private List<String> services(SampleCitizen citizen, LocalDate from) {
    var lines = new ArrayList<String>();
    var care = random.nextInt(100) < 74;
    if (care) {
      int minutes = 20 + 5 * random.nextInt(random.nextInt(100) < 70 ? 40 : 200);
      var half = random.nextInt(8) == 0 ? "5" : "0";
      lines.add(line(citizen, "PERSONLIG_PLEJE", "", "", "SEL_83", from, minutes + "," + half, 1));
    }
    if (!care || random.nextInt(100) < 66) {
      int minutes = 30 + 15 * random.nextInt(3);
      int weeks = random.nextInt(100) < 70 ? 2 : 3;
      lines.add(line(citizen, "PRAKTISK_HJÆLP", "", "", "SEL_83", from, minutes + ",0", weeks));
    }
    return lines;
  }

  private String line(
      SampleCitizen citizen,
      String service,
      String level,
      String levelName,
      String law,
      LocalDate from,
      String minutes,
      int weeks) {
    return String.join(
        ";",
        "V-%06d".formatted(300_000 + made++),
        citizen.key(),
        service,
        level,
        levelName,
        law,
        from.toString(),
        "",
        minutes,
        Integer.toString(weeks));
  }
}
