package dk.genvej.goal;

import static dk.genvej.shared.ProblemCode.BASELINE_AFTER_TARGET;
import static dk.genvej.shared.ProblemCode.GOAL_CHANGE_NOT_AGREED;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen agrees to in a goal. Its status is not part of it: that is the therapist's
 * finding.
 *
 * @param words the goal in the citizen's own words
 * @param measure how it is told whether it is reached
 */
public record GoalTerms(
    String words,
    String measure,
    String baseline,
    @Nullable LocalDate baselineOn,
    String target,
    @Nullable LocalDate targetOn,
    GoalFigures figures) {

  public GoalTerms(
      String words,
      String measure,
      String baseline,
      @Nullable LocalDate baselineOn,
      String target,
      @Nullable LocalDate targetOn) {
    this(words, measure, baseline, baselineOn, target, targetOn, GoalFigures.NONE);
  }

  /** A target lies ahead of its baseline, or on the same day. */
  public Optional<Refusal> refuse() {
    var backwards = baselineOn != null && targetOn != null && baselineOn.isAfter(targetOn);
    return Refusal.at("/baselineOn", BASELINE_AFTER_TARGET).when(backwards);
  }

  /**
   * A goal agreed with the citizen is changed with their agreement alone (R3, SEL § 83 a). Terms
   * that are the same stay agreed, and a draft not yet agreed is changed freely.
   */
  public Optional<Refusal> refuseChangeTo(
      GoalTerms next, boolean wasAgreed, boolean agreedWithCitizen) {
    return next.refuse()
        .or(
            () ->
                Refusal.at("/agreedWithCitizen", GOAL_CHANGE_NOT_AGREED)
                    .when(wasAgreed && !agreedWithCitizen && !equals(next)));
  }
}
