package dk.genvej.notification;

/** What O13 tells of; its numbers are the field's own names. */
public enum NotificationKind {
  /** A new referral, to the therapist. */
  N1,
  /** The plan is active, to care team and visitator. */
  N2,
  /** The evaluation is due in 14 days, to therapist and tovholder. */
  N3,
  /** The evaluation is due, to the therapist. */
  N4,
  /** Due yesterday, to the therapist. */
  N5,
  /** Due eight days ago, to the coordinator. */
  N6,
  /** The evaluation is done, to the responsible visitator. */
  N7,
  /** The course is completed, to coordinator and care team. */
  N8,
  /** A follow-up is due, to the visitator. */
  N9,
  /** Two have changed the same, to the author of the later one to arrive. */
  N10,
  /** The course is stopped, to therapist, care team and visitator. */
  N11,
  /** An agreement is changed, to the care team. */
  N12
}
