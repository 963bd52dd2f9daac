package dk.genvej.demo;

import dk.genvej.shared.Ids;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** A new invented citizen for each walk. */
record WalkCitizen(UUID id, String name, LocalDate birth, String cpr) {

  private static final String[] LAST = {
    "Holm", "Lyng", "Ravn", "Brink", "Hede", "Kvist", "Mose", "Søby", "Toft", "Ådal"
  };

  private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  private static final int MODULUS = 11;

  /**
   * @param before how many of that first name there are
   */
  static WalkCitizen born(LocalDate birth, int before) {
    var name = "Inger " + LAST[before % LAST.length];
    return new WalkCitizen(Ids.next(), name, birth, nobodys(birth));
  }

  /** A real date with a number that fails modulus 11, so that it is nobody's. */
  private static String nobodys(LocalDate birth) {
    var date = birth.format(DateTimeFormatter.ofPattern("ddMMyy"));
    var random = new SecureRandom();
    while (true) {
      // A seventh digit from 0 to 3 is the last century.
      var cpr = date + "%04d".formatted(random.nextInt(4000));
      if (sum(cpr) % MODULUS != 0) {
        return cpr;
      }
    }
  }

  private static int sum(String cpr) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (cpr.charAt(i) - '0');
    }
    return sum;
  }
}
