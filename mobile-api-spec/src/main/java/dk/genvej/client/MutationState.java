package dk.genvej.client;

/** Where one write of the queue stands. */
public enum MutationState {
  /** On this device only. */
  WAITING,
  /** Sent, and no answer has come: it may have landed, so it is sent again under the same id. */
  SENT,
  /** It landed; kept 90 days, to be offered again to a server that was restored. */
  ACKNOWLEDGED,
  /** On the server, waiting there for one it depends on. */
  HELD,
  /** A conflict or a refusal: the person decides. */
  NEEDS_ATTENTION,
  /** On the server, waiting for a coordinator. */
  QUARANTINED;

  /** It has still to be sent. */
  public boolean unsent() {
    return this == WAITING || this == SENT;
  }

  /** The server has it: one that was restored may have lost it. */
  boolean handedOver() {
    return this == ACKNOWLEDGED || this == HELD || this == QUARANTINED;
  }
}
