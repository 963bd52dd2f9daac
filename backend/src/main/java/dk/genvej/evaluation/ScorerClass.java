package dk.genvej.evaluation;

import dk.genvej.goal.Scorer;
import java.util.Collection;

/** Who a change rests on, both its ends taken together. */
public enum ScorerClass {
  /** Only the citizen, alone or with a professional. */
  CITIZEN,
  /** A relative at either end: left out of O8, counted and shown in O7. */
  PROXY,
  /** An observed test at either end, and no relative. */
  STAFF;

  static ScorerClass of(Collection<Scorer> scorers) {
    if (scorers.contains(Scorer.PROXY)) {
      return PROXY;
    }
    return scorers.contains(Scorer.STAFF) ? STAFF : CITIZEN;
  }
}
