package dk.genvej.push;

import dk.genvej.notification.PushMoment;
import dk.genvej.notification.PushPreference;
import dk.genvej.shared.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a push.
 *
 * @param nextAt of one that waits on; otherwise the moment it ended
 * @param sent whether FCM was asked
 */
record Fate(PushState state, Instant nextAt, @Nullable PushProblem problem, boolean sent) {

  /**
   * Waking somebody a day late is worse than not: they have read their inbox since. So it also ends
   * whatever goes on failing.
   */
  static final Duration WORTH_IT = Duration.ofDays(1);

  /**
   * The SDK has tried four times within seconds before an answer reaches us, and FCM asks for at
   * least a minute after a quota (FCM, "Scaling" guide).
   */
  static final BackOff BACK_OFF = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(30));

  /** Before it is sent; empty when it is to be sent now. */
  static Optional<Fate> unsent(PushRow push, PushPreference preference, Instant now) {
    if (push.needless()) {
      return dropped(PushProblem.NOT_NEEDED, now);
    }
    if (push.token() == null || push.shutOut()) {
      return dropped(PushProblem.NO_TOKEN, now);
    }
    if (!push.madeAt().plus(WORTH_IT).isAfter(now)) {
      return dropped(PushProblem.EXPIRED, now);
    }
    return switch (preference.when(push.wake().kind(), now)) {
      case PushMoment.Now _ -> Optional.empty();
      case PushMoment.Later later ->
          Optional.of(new Fate(PushState.WAITING, later.at(), null, false));
      case PushMoment.Never _ -> dropped(PushProblem.MUTED, now);
    };
  }

  private static Optional<Fate> dropped(PushProblem why, Instant now) {
    return Optional.of(new Fate(PushState.DROPPED, now, why, false));
  }

  /**
   * After it was sent.
   *
   * @param renewed whether the device has got another token since
   * @param chance from 0 to 1, spreads those who failed together
   */
  static Fate of(
      SendResult result, int attemptsBefore, boolean renewed, Instant now, double chance) {
    return switch (result) {
      case SendResult.Accepted _ -> new Fate(PushState.ACCEPTED, now, null, true);
      case SendResult.DeadToken dead ->
          new Fate(renewed ? PushState.WAITING : PushState.DEAD, now, dead.problem(), true);
      case SendResult.Rejected rejected ->
          new Fate(PushState.REJECTED, now, rejected.problem(), true);
      case SendResult.RetryAfter later ->
          waiting(now.plus(BackOff.spread(later.delay(), chance)), later.problem());
      case SendResult.Unavailable none ->
          waiting(now.plus(BACK_OFF.after(attemptsBefore + 1, chance)), none.problem());
    };
  }

  private static Fate waiting(Instant until, PushProblem problem) {
    return new Fate(PushState.WAITING, until, problem, true);
  }
}
