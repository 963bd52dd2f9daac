package dk.genvej.tracking.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a receiver answered to one version, as far as it decides what comes next. */
sealed interface Answer {

  int LONGEST_REASON = 500;

  /** It has the version, now or since an earlier try whose answer was lost. */
  record Accepted(int status) implements Answer {}

  /** It says that the version is wrong: sending the same again would be refused again. */
  record Refused(int status, String reason) implements Answer {}

  /**
   * It cannot take anything now, or is not there: the same version again, later.
   *
   * @param status null without an answer
   * @param after how long it asks to be left alone
   */
  record Later(@Nullable Integer status, String reason, Optional<Duration> after)
      implements Answer {}

  /**
   * What a status means. Those that speak of our access or the address, and not of the version, are
   * no refusal of it: 401, 403, 404, 405, 407, 408, 425 and 429 are tried again like 5xx.
   */
  static Answer of(int status, String reason, Optional<Duration> after) {
    return switch (status) {
      case 200, 201, 204 -> new Accepted(status);
      case 401, 403, 404, 405, 407, 408, 425, 429 -> new Later(status, reason, after);
      default ->
          status >= 400 && status < 500
              ? new Refused(status, reason)
              : new Later(status, reason, after);
    };
  }
}
