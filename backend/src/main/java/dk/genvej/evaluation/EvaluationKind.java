package dk.genvej.evaluation;

/** Which evaluation of a course it is (R5, R6). */
public enum EvaluationKind {
  /** Midway, as often as wanted. */
  INTERIM,
  /** 12-ugers evaluering: exactly one for each course, from its start. */
  TWELVE_WEEK
}
