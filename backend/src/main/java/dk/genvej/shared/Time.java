package dk.genvej.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The one source of now. Rules take dates as arguments; services ask the unit of work, which asks
 * this once. A municipality of the demo may be ahead of the machine's clock.
 */
public interface Time {

  /** Danish calendar arithmetic, summer time included. */
  ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

  Instant now(int municipality);

  static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }
}
