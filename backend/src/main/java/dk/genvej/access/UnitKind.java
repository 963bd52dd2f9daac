package dk.genvej.access;

/** Kinds of units, from the top of the tree. */
public enum UnitKind {
  MUNICIPALITY,
  DISTRICT,
  CARE_AREA,
  /** The municipality's own home care (hjemmepleje) team. */
  CARE_TEAM,
  /** A private supplier (privat leverandør). */
  SUPPLIER
}
