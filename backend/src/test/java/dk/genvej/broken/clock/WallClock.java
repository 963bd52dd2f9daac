package dk.genvej.broken.clock;

import java.time.LocalDate;

/** Broken on purpose: it asks the machine which day it is. */
public final class WallClock {

  private WallClock() {}

  public static LocalDate today() {
    return LocalDate.now();
  }
}
