package dk.genvej.tracking.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long to wait before the next try: twice as long each time, from 2 seconds to 10 minutes, and
 * by chance between half of it and all of it, so that many do not come back at once. The receiver's
 * own word goes before, as long as it is no more than a day.
 */
final class BackOff {

  static final Duration FIRST = Duration.ofSeconds(2);
  static final Duration LONGEST = Duration.ofMinutes(10);
  static final Duration LONGEST_ASKED = Duration.ofDays(1);

  private static final int DOUBLINGS = 20;

  private BackOff() {}

  /**
   * @param tries made so far, 1 after the first
   * @param chance from 0 to 1
   */
  static Duration after(int tries, double chance) {
    var doubled = FIRST.multipliedBy(1L << Math.clamp(tries - 1L, 0, DOUBLINGS));
    var most = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return Duration.ofMillis((long) (most.toMillis() * (0.5 + chance / 2)));
  }

  /** As {@link #after(int, double)}, but no sooner than the receiver asked. */
  static Duration after(int tries, double chance, Optional<Duration> asked) {
    var own = after(tries, chance);
    return asked.filter(one -> one.compareTo(own) > 0).orElse(own);
  }

  /** Retry-After in seconds, or as a date of HTTP; what is neither says nothing. */
  static Optional<Duration> asked(String retryAfter, Instant now) {
    var text = retryAfter.strip();
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(atMost(Duration.ofSeconds(Long.parseLong(text))));
    }
    try {
      var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var left = Duration.between(now, until);
      return Optional.of(left.isNegative() ? Duration.ZERO : atMost(left));
    } catch (DateTimeParseException neither) {
      return Optional.empty();
    }
  }

  private static Duration atMost(Duration asked) {
    return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
  }
}
