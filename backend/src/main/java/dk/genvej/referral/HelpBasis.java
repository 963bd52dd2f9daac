package dk.genvej.referral;

/** What a figure for help rests on. Two bases are never compared, nor mixed unsaid (O1). */
public enum HelpBasis {
  /** Minutes granted per service, as under SEL § 83. */
  MINUTES,
  /** The indicative minutes of a municipality's care course, as under ældreloven § 10. */
  COURSE_LEVEL
}
