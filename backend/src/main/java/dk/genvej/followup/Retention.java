package dk.genvej.followup;

import dk.genvej.evaluation.Outcome;
import dk.genvej.referral.Help;
import java.util.Optional;

/** Fastholdelse: what is left of a gain at a follow-up (O9). */
public enum Retention {
  /** FASTHOLDT: no more help than after. */
  HELD,
  /** DELVIST: more than after, less than shadow. */
  PARTLY,
  /** IKKE: as much as shadow, or more. */
  LOST;

  /** None where there was no gain to hold, or where the help rests on another basis. */
  public static Optional<Retention> of(Outcome outcome, Help.Assessed followUp) {
    var comparable = outcome.gained() && followUp.comparableWith(outcome.after());
    return comparable ? Optional.of(judge(outcome, followUp)) : Optional.empty();
  }

  private static Retention judge(Outcome outcome, Help.Assessed followUp) {
    if (!followUp.moreThan(outcome.after())) {
      return HELD;
    }
    return outcome.shadow() instanceof Help.Assessed shadow && shadow.moreThan(followUp)
        ? PARTLY
        : LOST;
  }
}
