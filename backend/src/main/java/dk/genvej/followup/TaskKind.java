package dk.genvej.followup;

/** What a visitator is asked to do. */
public enum TaskKind {
  /** Overvej nyt forløb: more help is granted than after the course (R32). */
  CONSIDER_NEW_COURSE,
  /** The record system says so; nothing is stopped by itself. */
  CITIZEN_DIED,
  /** As above. */
  CITIZEN_MOVED
}
