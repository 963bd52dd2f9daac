package dk.genvej.tracking.fhir;

/**
 * The version of KL's guide a municipality reports by. 1.2 is the transition: old and new codes may
 * be mixed, and it does not know the new code for delivery. From 1.3 on we write and judge what
 * holds after the transition, though its front page still calls itself transitional.
 */
public enum Guide {
  V1_2("784275f1-6822-4a88-b361-d958007d5253"),
  V1_3("4530b499-d74b-4d2e-9df9-247047fb231d");

  private final String delivery;

  Guide(String delivery) {
    this.delivery = delivery;
  }

  /** Kontakttype: an intervention was delivered. */
  public String delivery() {
    return delivery;
  }

  /** Only UUIDs of FSIII, and whether the citizen lives is always told. */
  public boolean afterTransition() {
    return this == V1_3;
  }
}
