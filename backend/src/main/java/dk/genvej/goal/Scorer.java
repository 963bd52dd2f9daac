package dk.genvej.goal;

/** Who gave a score (R56). */
public enum Scorer {
  CITIZEN,
  CITIZEN_WITH_STAFF,
  /** Pårørende. */
  PROXY,
  /** An observed test. */
  STAFF
}
