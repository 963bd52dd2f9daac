package dk.genvej.tracking;

import java.util.UUID;

/** One version of one course, by the id it goes by outside. */
record OutcomePlace(UUID trackingId, int version) {

  static OutcomePlace of(OutcomeVersion outcome) {
    return new OutcomePlace(outcome.trackingId(), outcome.version());
  }
}
