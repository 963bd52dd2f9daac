package dk.genvej.course;

/** Why a course was stopped after its start (R13). */
public enum StopReason {
  DIED,
  MOVED_AWAY,
  /** Ønsker ikke. */
  DECLINED,
  /** Plejebolig. */
  NURSING_HOME,
  OTHER;

  /** A reason outside the list is told in words. */
  public boolean needsText() {
    return this == OTHER;
  }
}
