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

  /** From the first day of either to the last of either, so that no day loses it. */
  Protection both(Protection other) {
    return new Protection(
        from.isBefore(other.from) ? from : other.from,
        until == null || other.until == null
            ? null
            : until.isAfter(other.until) ? until : other.until);
  }
}
