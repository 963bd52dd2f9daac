package dk.genvej.tracking.fhir;

/**
 * Code systems, and the codes that the profiles fix. Lists with titles are in {@code registry/}.
 */
public final class Codes {

  /** KL's classification FSIII. */
  public static final String FSIII = "urn:oid:1.2.208.176.2.21";

  /** KL's administrative codes. */
  public static final String CARE_SOCIAL = "http://fhir.kl.dk/term/CodeSystem/CareSocialCodes";

  /** The municipality's own interventions of the third level. */
  public static final String LOCAL_INTERVENTIONS =
      "http://fhir.kl.dk/gateway/CodeSystem/LocallyDefinedInterventions";

  public static final String CPR = "urn:oid:1.2.208.176.1.2";
  public static final String SOR = "urn:oid:1.2.208.176.1.1";
  public static final String OFFICIAL = "official";

  /** An entry that never was true. */
  public static final String IN_ERROR = "entered-in-error";

  static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
  static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
  static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";

  /** The category of a condition that is in focus. */
  public static final String IN_FOCUS = "problem-list-item";

  /** FSIII: the goal of a condition, and what is measured. */
  public static final String GOAL_CATEGORY = "ca552020-6ed1-4cdc-b0d4-32697f1f27ad";

  public static final String GOAL_DESCRIPTION = "e182c5dc-9f91-474a-92e8-f62be3d498f4";
  public static final String GOAL_MEASURE = "66959f77-6e2a-4574-8423-3ff097f8b9fa";

  /** SNOMED CT: evaluation of a plan of care. */
  public static final String EVALUATION = "712744002";

  public static final String SNOMED = "http://snomed.info/sct";

  /** Kontakttype opfølgning. */
  public static final String FOLLOW_UP = "9f03dfbb-7a97-45a5-94db-d4c3501714a9";

  static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  /** CarePlan.activity.detail: how an intervention reaches the citizen. */
  public static final String DELIVERY_TYPE = Profile.BASE + "DeliveryType";

  /** Encounter: the intervention that was delivered. */
  public static final String BASED_ON = Profile.BASE + "BasedOnInterventionExtension";

  private Codes() {}
}
