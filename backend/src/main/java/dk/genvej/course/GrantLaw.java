package dk.genvej.course;

import dk.genvej.referral.LegalBasis;

/** By which law help is granted: a course by one of its two, home care by SEL § 83 besides. */
public enum GrantLaw {
  SEL_83,
  SEL_83A,
  AELDRELOVEN_10;

  static GrantLaw of(LegalBasis basis) {
    return switch (basis) {
      case SEL_83A -> SEL_83A;
      case AELDRELOVEN_10 -> AELDRELOVEN_10;
    };
  }
}
