package dk.genvej.tracking.delivery;

/** What became of a version at a receiver. */
public enum DeliveryState {
  /** To be sent, or sent and not yet answered. */
  WAITING,
  /** The receiver has it. */
  ACCEPTED,
  /** The receiver says that it is wrong; its course waits until somebody decides. */
  PARKED,
  /** Somebody decided, with a reason, that this receiver is not told. */
  SKIPPED,
  /** It was parked, and a later version has taken its place. */
  SUPERSEDED
}
