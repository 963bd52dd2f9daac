package dk.genvej.notification;

import dk.genvej.shared.Time;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When somebody is not woken: every day from one time to before another, over midnight when the
 * second comes earlier. From 21:00 until 07:00, a message at 23:10 waits until 07:00 next morning.
 */
public record QuietHours(LocalTime from, LocalTime until) {

  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("quiet hours have an end");
    }
  }

  /** When they are over; empty when it is not quiet then. */
  public Optional<Instant> endAfter(Instant moment) {
    var local = moment.atZone(Time.ZONE);
    return quiet(local.toLocalTime()) ? Optional.of(end(local)) : Optional.empty();
  }

  private boolean quiet(LocalTime time) {
    var begun = !time.isBefore(from);
    var ended = !time.isBefore(until);
    return from.isBefore(until) ? begun && !ended : begun || !ended;
  }

  /** In the hour that comes twice in October the second one counts, if the first is over. */
  private Instant end(ZonedDateTime local) {
    var day = local.toLocalDate();
    var overMidnight = !local.toLocalTime().isBefore(until);
    var end = (overMidnight ? day.plusDays(1) : day).atTime(until).atZone(Time.ZONE);
    return end.isAfter(local) ? end.toInstant() : end.withLaterOffsetAtOverlap().toInstant();
  }
}
