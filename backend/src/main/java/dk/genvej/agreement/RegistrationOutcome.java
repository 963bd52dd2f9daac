package dk.genvej.agreement;

/** What became of an agreement on one occasion: udført, afvist, ikke muligt. */
public enum RegistrationOutcome {
  DONE,
  /** By the citizen. */
  DECLINED,
  NOT_POSSIBLE
}
