package dk.genvej.course;

/** Where a grant stands, as the gateway names it. */
public enum GrantState {
  ACTIVE,
  ON_HOLD,
  COMPLETED,
  REVOKED,
  ENTERED_IN_ERROR
}
