package dk.genvej.followup;

/** FSIII's result of a follow-up, E1 to E4 (R78). */
public enum FollowUpResult {
  CONTINUES,
  CHANGED,
  ENDED,
  REVISITATION
}
