package dk.genvej.citizen;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Name and address protection.
 *
 * @param until its last day, on which it still holds (O16); none while it has no end
 */
public record Protection(LocalDate from, @Nullable LocalDate until) {

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
