package dk.genvej.visit;

/** Where a visit stands. */
public enum VisitState {
  PLANNED,
  CANCELLED,
  HELD,
  ANNULLED
}
