package dk.genvej.followup;

/** What a visitator does to a follow-up. */
enum FollowUpAction {
  RECORD,
  ANNUL
}
