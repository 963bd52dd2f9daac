package dk.genvej.tracking.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written down after a try: the version is accepted or parked, or waits for the next one.
 *
 * @param refused 1 when the receiver said that the version is wrong
 */
record Settled(
    UUID id,
    DeliveryState state,
    Instant nextAt,
    int refused,
    @Nullable Integer status,
    @Nullable String reason) {

  /** A version that is refused so often is parked. */
  static final int MOST_REFUSALS = 3;

  /**
   * @param chance from 0 to 1, spreads the next tries
   */
  static Settled after(DueDelivery sent, Answer answer, Instant now, double chance) {
    int tries = sent.attempts() + 1;
    return switch (answer) {
      case Answer.Accepted(int status) ->
          new Settled(sent.id(), DeliveryState.ACCEPTED, now, 0, status, null);
      case Answer.Refused(int status, String reason) ->
          new Settled(
              sent.id(),
              sent.refusals() + 1 >= MOST_REFUSALS ? DeliveryState.PARKED : DeliveryState.WAITING,
              now.plus(Hold.BACK_OFF.after(sent.refusals() + 1, chance)),
              1,
              status,
              reason);
      case Answer.Later later ->
          new Settled(
              sent.id(),
              DeliveryState.WAITING,
              now.plus(Hold.BACK_OFF.after(tries, chance, later.after())),
              0,
              later.status(),
              later.reason());
    };
  }
}
