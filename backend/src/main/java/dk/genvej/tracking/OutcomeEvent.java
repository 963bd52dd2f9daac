package dk.genvej.tracking;

/** What an outcome tells of. */
public enum OutcomeEvent {
  /** AFSLUTTET: re-visited, with the help that is left. */
  COMPLETED,
  /** AFBRUDT: stopped after its start. */
  STOPPED,
  /** OPFØLGNING: the help granted some months after completion. */
  FOLLOW_UP
}
