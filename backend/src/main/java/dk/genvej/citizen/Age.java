package dk.genvej.citizen;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Age in whole years on a day. Born 29 February, one turns a year older on 1 March where there is
 * no 29th (O16): born 1960-02-29, 64 on 2025-02-28 and 65 on 2025-03-01.
 */
public record Age(int years) implements Comparable<Age> {

  public Age {
    if (years < 0) {
      throw new IllegalArgumentException("nobody is younger than newborn");
    }
  }

  public static Age on(LocalDate day, LocalDate birth) {
    if (birth.isAfter(day)) {
      throw new IllegalArgumentException("born after the day asked about");
    }
    return new Age((int) ChronoUnit.YEARS.between(birth, day));
  }

  /** “65+”: born 1960-12-31 counts on 2025-12-31 (S13). */
  public boolean atLeast(int limit) {
    return years >= limit;
  }

  /** “>65 år” in whole years is 66 or more. */
  public boolean above(int limit) {
    return years > limit;
  }

  @Override
  public int compareTo(Age other) {
    return Integer.compare(years, other.years);
  }
}
