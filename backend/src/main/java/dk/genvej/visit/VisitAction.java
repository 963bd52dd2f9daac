package dk.genvej.visit;

/** What can be done with a planned visit. Annulling is of any state, and R82's matter. */
public enum VisitAction {
  MOVE,
  CANCEL,
  HOLD
}
