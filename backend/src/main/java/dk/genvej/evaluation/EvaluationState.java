package dk.genvej.evaluation;

/** Where an evaluation stands. */
public enum EvaluationState {
  /** Made when the course started, and not begun. */
  DUE,
  /** Saved, and not submitted. */
  DRAFT,
  SUBMITTED,
  /** The course was stopped, or annulled, before it was submitted. */
  CANCELLED;

  /** There is still something to write. */
  boolean open() {
    return this == DUE || this == DRAFT;
  }
}
