package dk.genvej.evaluation;

import static dk.genvej.evaluation.NotComputable.DIFFERENT_BASIS;
import static dk.genvej.evaluation.NotComputable.SHADOW_MISSING;
import static dk.genvej.evaluation.NotComputable.SHADOW_ZERO;

import dk.genvej.referral.Help;
import dk.genvej.shared.Ratio;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A completed course in help: what the citizen would have had, and what is left. Shadow 420 and
 * after 120 is less help, a degree of 28.6 % and 300 minutes saved a week (S1).
 */
public record Outcome(Help shadow, Help.Assessed after) {

  public OutcomeCategory category() {
    return comparable().map(this::categoryAgainst).orElse(OutcomeCategory.NOT_COMPUTABLE);
  }

  public Optional<NotComputable> notComputable() {
    return switch (shadow) {
      case Help.NotAssessed _ -> Optional.of(SHADOW_MISSING);
      case Help.Assessed known when !known.comparableWith(after) -> Optional.of(DIFFERENT_BASIS);
      case Help.Assessed known when known.minutesPerWeek().signum() == 0 ->
          Optional.of(SHADOW_ZERO);
      case Help.Assessed _ -> Optional.empty();
    };
  }

  /** O5 for one citizen: after / shadow. */
  public Optional<Ratio> degreeOfHelp() {
    return comparable().map(known -> new Ratio(after.minutesPerWeek(), known.minutesPerWeek()));
  }

  /** Negative when the citizen has more help than the shadow grant gave. */
  public Optional<BigDecimal> savedMinutes() {
    return comparable().map(known -> known.minutesPerWeek().subtract(after.minutesPerWeek()));
  }

  /** The shadow grant, where it can be set against {@code after}. */
  Optional<Help.Assessed> comparable() {
    return notComputable().isEmpty() && shadow instanceof Help.Assessed known
        ? Optional.of(known)
        : Optional.empty();
  }

  private OutcomeCategory categoryAgainst(Help.Assessed known) {
    if (after.minutesPerWeek().signum() == 0) {
      return OutcomeCategory.SELF_RELIANT;
    }
    if (after.moreThan(known)) {
      return OutcomeCategory.MORE_HELP;
    }
    return known.moreThan(after) ? OutcomeCategory.LESS_HELP : OutcomeCategory.UNCHANGED;
  }
}
