package dk.genvej.sync;

/** Why the database is taken for another than the tablets knew. */
enum EpochReason {
  FIRST,
  /** A tablet holds more of a citizen than we ever wrote. */
  CURSOR_AHEAD,
  /** A tablet has our signature for a write that is not in the ledger. */
  RECEIPT_UNKNOWN,
  OTHER_CLUSTER,
  OTHER_TIMELINE,
  /** Somebody restored it and said so. */
  COMMAND
}
