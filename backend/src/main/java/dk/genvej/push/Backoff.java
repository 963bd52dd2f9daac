package dk.genvej.push;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time, from a minute to half an hour,
 * of which at least half. The SDK has tried four times within seconds before an answer reaches us,
 * and FCM asks for at least a minute after a quota (FCM, "Scaling" guide).
 *
 * <p>Worked example, with a random number of 0.5: 45 s, 90 s, 3 min, 6 min, 12 min, 22.5 min, 22.5
 * min ...
 */
final class Backoff {

  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int ENOUGH_DOUBLINGS = 10;

  private Backoff() {}

  /**
   * @param attempts how often it was tried, from 1
   * @param chance spreads those who failed together
   */
  static Duration after(int attempts, RandomGenerator chance) {
    var doubled = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, ENOUGH_DOUBLINGS));
    var whole = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return jittered(whole.toMillis(), chance);
  }

  /** What was asked for and up to a tenth more, so that not everybody comes back at once. */
  static Duration atLeast(Duration told, RandomGenerator chance) {
    long more = Math.max(1_000, told.toMillis() / 10);
    return told.plusMillis(chance.nextLong(more));
  }

  private static Duration jittered(long millis, RandomGenerator chance) {
    return Duration.ofMillis(millis / 2 + (long) (chance.nextDouble() * (millis / 2.0)));
  }
}
