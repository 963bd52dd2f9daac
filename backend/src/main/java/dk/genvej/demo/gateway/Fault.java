package dk.genvej.demo.gateway;

/** How the stand-in answers instead of well. */
public enum Fault {
  /** Closes the connection without a word. */
  BROKEN,
  /** Takes the report and closes the connection without a word. */
  TAKEN_AND_LOST,
  /** Does not answer for longer than anybody waits. */
  SLOW,
  /** 401, and the token is no longer good. */
  UNAUTHORIZED,
  /** 429 with Retry-After. */
  BUSY,
  /** 503 with a page that is no FHIR. */
  FAILING,
  /** 400 without an OperationOutcome. */
  UNEXPLAINED,
  /** 422 with an OperationOutcome that no rule of the guide explains. */
  REFUSING
}
