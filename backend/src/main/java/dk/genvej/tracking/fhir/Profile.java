package dk.genvej.tracking.fhir;

/** The profiles a report is written by; the deprecated ones of the guide are left out. */
public enum Profile {
  REPORT("klgateway-care-delivery-report"),
  CITIZEN("klgateway-care-citizen"),
  CONDITION("klgateway-care-condition"),
  GOAL("klgateway-care-goal"),
  PLANNED_INTERVENTION("klgateway-care-planned-intervention"),
  COMPLETED_INTERVENTION("klgateway-care-completed-intervention"),
  ENCOUNTER("klgateway-care-general-encounter"),
  FOLLOW_UP_OBSERVATION("klgateway-care-follow-up-observation");

  /** Under which profiles and extensions have their addresses. */
  public static final String BASE = "http://fhir.kl.dk/gateway/StructureDefinition/";

  private final String id;

  Profile(String id) {
    this.id = id;
  }

  public String url() {
    return BASE + id;
  }
}
