package dk.genvej.shared;

/** Who acts. What a role may reach besides is decided by access, not here. */
public enum Role {
  THERAPIST,
  CARE_STAFF,
  NURSE,
  SUPPLIER,
  VISITATOR,
  COORDINATOR,
  LEADER,
  ADMINISTRATOR,
  LOG_CONTROLLER
}
