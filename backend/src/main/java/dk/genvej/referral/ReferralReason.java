package dk.genvej.referral;

/** Why the citizen asks now. */
public enum ReferralReason {
  /** EFTER_INDLÆGGELSE. */
  AFTER_ADMISSION,
  NEW_APPLICANT,
  MORE_HELP_NEEDED,
  FUNCTIONAL_DECLINE,
  /** Tidlig opsporing. */
  EARLY_FINDING,
  OTHER
}
