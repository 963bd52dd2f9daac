package dk.genvej.agreement;

/** Who does what is agreed. */
public enum ActorRole {
  CARE_STAFF,
  SUPPLIER,
  NURSE,
  THERAPIST,
  DIETICIAN,
  CITIZEN,
  RELATIVE,
  VOLUNTEER,
  OTHER
}
