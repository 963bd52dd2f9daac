package dk.genvej.referral;

/** What is asked for; the two are counted apart (O11). */
public enum ReferralKind {
  HOME_CARE,
  /** Rengøringsafklaring. */
  CLEANING
}
