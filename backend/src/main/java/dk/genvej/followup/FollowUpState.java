package dk.genvej.followup;

/** Where a follow-up stands. */
public enum FollowUpState {
  /** Planned or due. */
  DUE,
  RECORDED,
  /** By a death, a move, a nursing home or an annulled course. */
  CANCELLED
}
