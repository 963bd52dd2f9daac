package dk.genvej.followup;

/** Where a task stands. */
public enum TaskState {
  OPEN,
  DONE
}
