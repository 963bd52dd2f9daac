package dk.genvej.shared;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a header {@code Retry-After} asks for (RFC 9110 § 10.2.3), up to a day: whoever wants more
 * is asked again then.
 */
public final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * Seconds, or a date of HTTP; what is neither says nothing.
   *
   * @param now by the clock of whoever asks, where that is known
   */
  public static Optional<Duration> read(String told, Optional<Instant> now) {
    var text = told.strip();
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(within(Duration.ofSeconds(Long.parseLong(text))));
    }
    return date(text).flatMap(until -> now.map(from -> within(Duration.between(from, until))));
  }

  /** A date of HTTP, as in the header {@code Date}; empty when it is none. */
  public static Optional<Instant> date(String told) {
    try {
      var date = ZonedDateTime.parse(told.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(date.toInstant());
    } catch (DateTimeException _) {
      return Optional.empty(); // Whoever asked is not understood: our own back-off holds.
    }
  }

  private static Duration within(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
