package dk.genvej.sync;

/** Why a mutation is in quarantine. */
public enum KeptReason {
  ACCESS_ENDED,
  DEVICE_REVOKED,
  USER_BLOCKED
}
