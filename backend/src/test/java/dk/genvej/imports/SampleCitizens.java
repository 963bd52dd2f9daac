package dk.genvej.imports;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Invents citizens of the demo's large municipality. */
final class SampleCitizens {

  /** Names of the units of the municipality that the sample is loaded into. */
  static final String[] AREAS =
      "Havrum Strandby Fyrby Torvet Åbrinken Lynge Skovby Engholm".split(" ");

  static final String[] SUPPLIERS = {"Omsorg Storå ApS", "Havblik Hjemmepleje ApS"};

  private static final String[] WOMEN =
      ("Anna Kirsten Inger Karen Margrethe Else Birthe Jytte Ellen Lis Grethe Bente Inge Hanne"
           + " Kirstine Gerda Edith Ruth Tove Elly Rita Aase Vibeke Solveig Lissi Jonna Ulla Bodil"
           + " Asta Ingrid Anne-Marie Åse Agnes Ketty Herdis Sørine")
          .split(" ");

  private static final String[] MEN =
      ("Jens Hans Niels Peter Ole Jørgen Erik Svend Knud Poul Bent Kaj Aage Arne Børge Egon Gunnar"
           + " Henning Holger Ib Kurt Leif Mogens Orla Preben Richard Verner Åge Villy Frede Harry"
           + " Søren")
          .split(" ");

  private static final String[] LAST =
      ("Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen"
              + " Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller"
              + " Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Frederiksen Østergaard Bjerregård"
              + " Åkjær Sønderskov Ægidius")
          .split(" ");

  private static final String[] STREETS = {
    "Prøvevej", "Eksempelgade", "Opdigtet Allé", "Mønstervænget", "Øvelsesstien", "Påfundet"
  };

  /** Upper age and share in a hundred; the oldest are the reason for home care. */
  private static final int[][] AGES = {
    {64, 8}, {69, 7}, {74, 12}, {79, 18}, {84, 22}, {89, 19}, {94, 11}, {99, 3}
  };

  private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

  private final Random random;
  private final Set<String> taken = new HashSet<>();
  private int made;

  SampleCitizens(Random random) {
    this.random = random;
  }

  static String pick(Random random, String[] of) {
    return of[random.nextInt(of.length)];
  }

  SampleCitizen next(LocalDate asOf) {
    var key = "B-%05d".formatted(10_000 + made++);
    var birth = birth(asOf);
    var woman = chance(62);
    var area = pick(random, AREAS);
    int age = birth.until(asOf).getYears();
    var line =
        String.join(
            ";",
            key,
            cpr(birth, woman),
            name(woman),
            birth.toString(),
            pick(random, STREETS) + " " + (1 + random.nextInt(120)) + (chance(15) ? " B" : ""),
            "6999",
            area,
            "00 %02d %02d %02d"
                .formatted(random.nextInt(100), random.nextInt(100), random.nextInt(100)),
            chance(2) ? asOf.minusDays(30 + random.nextInt(900)).toString() : "",
            "",
            area,
            "",
            supplier(area),
            random.nextInt(1000) < 12
                ? pick(random, "tyrkisk arabisk polsk bosnisk".split(" "))
                : "",
            yes(age > 80 ? 38 : 18),
            yes(age > 80 ? 22 : 9),
            yes(age > 80 ? 54 : 23),
            chance(4) ? "" : yes(age < 75 ? 45 : 63),
            yes(age > 80 ? 11 : 4),
            "",
            "");
    return new SampleCitizen(key, birth, line, false);
  }

  private LocalDate birth(LocalDate asOf) {
    int share = random.nextInt(100);
    int from = 32;
    for (var band : AGES) {
      if (share < band[1]) {
        return day(asOf, from, band[0]);
      }
      share -= band[1];
      from = band[0] + 1;
    }
    throw new IllegalStateException("shares do not add up to a hundred");
  }

  /** Never 1 January, which real replacement numbers flock to. */
  private LocalDate day(LocalDate asOf, int youngest, int oldest) {
    var day =
        asOf.minusYears(youngest + random.nextInt(oldest - youngest + 1))
            .minusDays(random.nextInt(365));
    return day.getDayOfYear() == 1 ? day.plusDays(1) : day;
  }

  private String cpr(LocalDate birth, boolean woman) {
    while (true) {
      int serial = random.nextInt(2000) * 2 + (woman ? 0 : 1);
      var cpr =
          "%02d%02d%02d%04d"
              .formatted(
                  birth.getDayOfMonth(), birth.getMonthValue(), birth.getYear() % 100, serial);
      if (invented(cpr) && taken.add(cpr)) {
        return cpr.substring(0, 6) + "-" + cpr.substring(6);
      }
    }
  }

  /** Fails modulus 11, and is therefore nobody's. */
  static boolean invented(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return sum % 11 != 0;
  }

  private String name(boolean woman) {
    var middle = chance(30) ? " " + pick(random, LAST) : "";
    return pick(random, woman ? WOMEN : MEN) + middle + " " + pick(random, LAST);
  }

  private String supplier(String area) {
    return chance(22) ? pick(random, SUPPLIERS) : "Hjemmeplejen " + area;
  }

  private String yes(int percent) {
    return chance(percent) ? "ja" : "nej";
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
