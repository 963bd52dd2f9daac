package dk.genvej.goal;

/** When in a course a score was given. */
public enum ScorePhase {
  BASELINE,
  INTERIM,
  FINAL,
  FOLLOW_UP
}
