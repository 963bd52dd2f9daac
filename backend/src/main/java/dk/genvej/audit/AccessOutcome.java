package dk.genvej.audit;

/** What came of a request for somebody's data. */
public enum AccessOutcome {
  DISCLOSED,
  DENIED,
  NOT_FOUND
}
