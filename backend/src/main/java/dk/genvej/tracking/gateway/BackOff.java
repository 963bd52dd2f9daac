package dk.genvej.tracking.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before a report is sent again: half a minute, and twice as long each time up to
 * an hour; longer where the gateway asks for it, up to a day.
 */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofDays(1);
  private static final int DOUBLINGS = 7;

  private BackOff() {}

  /**
   * @param attempts how often it was sent, from 1
   * @param asked what the gateway asked for
   */
  static Duration after(int attempts, Optional<Duration> asked) {
    var own = shorter(FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS)), LONGEST);
    var theirs = shorter(asked.orElse(Duration.ZERO), PATIENCE);
    return own.compareTo(theirs) < 0 ? theirs : own;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
