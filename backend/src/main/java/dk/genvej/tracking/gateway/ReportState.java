package dk.genvej.tracking.gateway;

/** Where a report stands. */
public enum ReportState {
  /** Made, and to be sent. */
  WAITING,
  /** Not to be sent as it is; a later one takes its place. */
  HELD,
  /** On its way: sent, and not answered yet. */
  SENT,
  ACCEPTED,
  /** The gateway refused it; a later one takes its place. */
  REFUSED,
  /** A later report that was accepted took its place, or took something of it back. */
  CORRECTED,
  /**
   * Somebody decided that it is not sent. The gateway was told nothing by it, so whatever of it
   * still stands is told by the next report that something else gives cause to.
   */
  SKIPPED
}
