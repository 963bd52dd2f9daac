package dk.genvej.tracking.gateway;

/** What of ours a resource tells of. The names are stored and part of resource ids. */
public enum SourceKind {
  CITIZEN,
  CONDITION,
  /** What a course expects of a condition. */
  GOAL,
  GRANT,
  /** A service that is left after a course. */
  REMAINING_HELP,
  EVALUATION,
  FOLLOW_UP,
  VISIT,
  /** What the re-visitation led to. */
  COURSE_RESULT,
  FOLLOW_UP_RESULT,
  /** The first visit of a course, where a municipality reports it as an intervention. */
  FIRST_VISIT
}
