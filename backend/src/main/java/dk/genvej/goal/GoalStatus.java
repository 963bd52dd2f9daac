package dk.genvej.goal;

/** How a goal ended, or that it has not (R3). */
public enum GoalStatus {
  OPEN,
  ACHIEVED,
  PARTLY,
  NOT_ACHIEVED
}
