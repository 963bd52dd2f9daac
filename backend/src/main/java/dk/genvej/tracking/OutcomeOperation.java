package dk.genvej.tracking;

/** What a version does to the totals. */
public enum OutcomeOperation {
  /** NY: a row that was not there. */
  NEW,
  /** RETTELSE: takes the place of the version it names. */
  CORRECTION,
  /** ANNULLERET: entered in error; takes the version it names out of every total. */
  ANNULLED
}
