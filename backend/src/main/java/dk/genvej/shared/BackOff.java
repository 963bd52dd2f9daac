package dk.genvej.shared;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before the next try: twice as long each time up to a longest, and by chance
 * between half of it and all of it, so that those who failed together do not come back together.
 *
 * <p>Worked example, from a minute to half an hour, with a chance of 0.5: 45 s, 90 s, 3 min, 6 min,
 * 12 min, 22.5 min, 22.5 min ...
 */
public record BackOff(Duration first, Duration longest) {

  private static final Duration LEAST_SPREAD = Duration.ofSeconds(1);

  /** So many that no longest is reached later, and so few that nothing overflows. */
  private static final int DOUBLINGS = 20;

  /**
   * @param tries made so far, 1 after the first
   * @param chance from 0 to 1
   */
  public Duration after(int tries, double chance) {
    var doubled = first.multipliedBy(1L << Math.clamp(tries - 1L, 0, DOUBLINGS));
    var most = doubled.compareTo(longest) > 0 ? longest : doubled;
    return Duration.ofMillis((long) (most.toMillis() * (0.5 + chance / 2)));
  }

  /** As {@link #after(int, double)}, but no sooner than the other side asked. */
  public Duration after(int tries, double chance, Optional<Duration> asked) {
    var own = after(tries, chance);
    return asked.filter(theirs -> theirs.compareTo(own) > 0).orElse(own);
  }

  /** What was asked of many, and up to a tenth more, so that not all of them come back at once. */
  public static Duration spread(Duration asked, double chance) {
    var tenth = asked.dividedBy(10);
    var most = tenth.compareTo(LEAST_SPREAD) > 0 ? tenth : LEAST_SPREAD;
    return asked.plusMillis((long) (most.toMillis() * chance));
  }
}
