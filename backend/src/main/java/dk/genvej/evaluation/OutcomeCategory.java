package dk.genvej.evaluation;

/** What a completed course led to, by the help that is left against the shadow grant (O4). */
public enum OutcomeCategory {
  /** SELVHJULPEN: no help after. */
  SELF_RELIANT,
  /** MINDRE_HJÆLP. */
  LESS_HELP,
  /** UÆNDRET. */
  UNCHANGED,
  /** MERE_HJÆLP. */
  MORE_HELP,
  /** IKKE_BEREGNELIG. */
  NOT_COMPUTABLE;

  /** A gain to hold on to (O9), and “mindre eller ingen hjælp” (O6). */
  public boolean lessOrNoHelp() {
    return this == SELF_RELIANT || this == LESS_HELP;
  }
}
