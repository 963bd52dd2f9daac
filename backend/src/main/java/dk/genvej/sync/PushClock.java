package dk.genvej.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a tablet's clock was off when it sent its queue. It orders nothing; but what somebody
 * wrote by a clock that is ten minutes ahead did not happen in the future, so the times they told
 * are put right by what the clock was off, and the ledger keeps by how much.
 *
 * <pre>
 * sent 12:10 by the tablet, received 12:00, visit told 12:05   →   held 11:55, ten minutes kept
 * sent 12:03 by the tablet, received 12:00, visit told 11:30   →   held 11:30: within five minutes
 * </pre>
 *
 * @param ahead zero within {@link #TOLERATED}, and where the tablet did not say its time
 */
record PushClock(Instant now, Duration ahead) {

  static final Duration TOLERATED = Duration.ofMinutes(5);

  static PushClock of(@Nullable Instant sentAt, Instant now) {
    var ahead = sentAt == null ? Duration.ZERO : Duration.between(now, sentAt);
    return new PushClock(now, off(ahead) ? ahead : Duration.ZERO);
  }

  /** Also by what was written after it was received. */
  boolean skewed(Instant recordedAt) {
    return off(ahead) || off(max(Duration.ZERO, Duration.between(now, recordedAt)));
  }

  private static boolean off(Duration difference) {
    return difference.abs().compareTo(TOLERATED) > 0;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
