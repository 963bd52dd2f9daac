package dk.genvej.push;

import java.time.Duration;

/** What became of one push. */
sealed interface SendResult {

  /** FCM has it, and brings it when the device can be reached. */
  record Accepted() implements SendResult {}

  /** FCM will never reach anything under this token again. */
  record DeadToken(PushProblem problem) implements SendResult {}

  /**
   * Not now.
   *
   * @param delay no request before it is over
   * @param everybody true when the whole project is to wait, not only this device
   */
  record RetryAfter(PushProblem problem, Duration delay, boolean everybody) implements SendResult {}

  /** Never, as it is: sent again it would be refused again. */
  record Rejected(PushProblem problem) implements SendResult {}

  /** No answer, or none that says anything of this push: to be tried again. */
  record Unavailable(PushProblem problem) implements SendResult {}
}
