package dk.genvej.visit;

/** How staff and citizen meet (R9). */
public enum ContactType {
  HOME,
  /** Skærmbesøg. */
  SCREEN,
  PHONE,
  /** Holdmøde. */
  TEAM_MEETING
}
