package dk.genvej.device;

import java.time.Instant;

/** How the person stands on the device now. */
public sealed interface Standing {

  record Registered() implements Standing {}

  /** Not registered by this person, or erased since. */
  record Unknown() implements Standing {}

  /**
   * Shut out, by whomever it was registered.
   *
   * @param reason why, as whoever did it said
   * @param wiped what this person had on it is erased
   */
  record Revoked(Instant at, String reason, boolean wiped) implements Standing {}
}
