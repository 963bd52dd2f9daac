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
  NOT_COMPUTABLE
}
