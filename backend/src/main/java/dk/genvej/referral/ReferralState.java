package dk.genvej.referral;

/** Where a contact stands (O14). */
public enum ReferralState {
  /** HENVENDELSE. */
  OPEN,
  /** EGNET. */
  SUITABLE,
  /** UEGNET. */
  UNSUITABLE,
  /** HENVIST: a therapist is named, and the course begins. */
  REFERRED,
  /** BORTFALDET. */
  LAPSED
}
