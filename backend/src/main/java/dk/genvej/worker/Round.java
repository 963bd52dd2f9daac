package dk.genvej.worker;

import dk.genvej.shared.Time;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One transaction of the worker in one municipality.
 *
 * @param now by the municipality's clock
 */
public record Round(int municipality, Instant now) {

  /** The day in Denmark. */
  public LocalDate today() {
    return Time.dayOf(now);
  }
}
