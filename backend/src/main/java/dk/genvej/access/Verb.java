package dk.genvej.access;

/** What can be done with a citizen or a course. Every use case asks for exactly one. */
public enum Verb {
  /** Name, contact, flags. */
  READ_CITIZEN,
  /** Goals and agreements: what care staff work by. */
  READ_AGREEMENTS,
  /** The whole course: plan, scores, help, evaluations, notes, history. */
  READ_COURSE,
  EDIT_CITIZEN,
  /** Makes two records of one citizen one. */
  MERGE,
  EDIT_FLAGS,
  /** Says who of the serving unit is a contact person. */
  APPOINT_CONTACT,
  /** Contact, assessment, before and shadow, grants, `after`, follow-up: the authority's acts. */
  DECIDE,
  /** Plan, goals, conditions, agreements, activation, evaluation. */
  PLAN,
  VISIT,
  SCORE,
  NOTE,
  /** What became of an agreement: whoever does what was agreed. */
  REGISTER,
  PAUSE,
  STOP,
  /** Ends a course before it started. */
  LAPSE,
  /** Annuls or corrects an entry of one's own; whose and how late is the rule's matter. */
  MEND,
  REASSIGN,
  SIGN,
  ANNUL_COURSE,
  /** Marks a course as drawn for a cohort that is followed up. */
  DRAW_COHORT,
  /** About a write whose author lost access before it was sent. */
  DECIDE_QUARANTINED
}
