package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.PLAN_WITHOUT_AGREED_GOAL;
import static dk.genvej.shared.ProblemCode.PLAN_WITHOUT_CITIZENS_WORDS;
import static dk.genvej.shared.ProblemCode.PLAN_WITHOUT_CONDITION_IN_FOCUS;
import static dk.genvej.shared.ProblemCode.SHADOW_MISSING;

import dk.genvej.referral.Help;
import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan must hold before its course may start (R2, R27). All that is missing is told at once,
 * so that the therapist in the home mends it in one go.
 *
 * @param shadow the visitator's shadow grant; one that says “ikke opgjort” is enough, none is not
 */
public record ActivationCheck(
    String citizensWords, int agreedGoals, int conditionsInFocus, @Nullable Help shadow) {

  public List<Refusal> refuse(LocalDate start, LocalDate today, CourseRules rules) {
    return Stream.of(
            Refusal.of(PLAN_WITHOUT_CITIZENS_WORDS).when(citizensWords.isBlank()),
            Refusal.of(PLAN_WITHOUT_AGREED_GOAL).when(agreedGoals < 1),
            Refusal.of(PLAN_WITHOUT_CONDITION_IN_FOCUS).when(conditionsInFocus < 1),
            Refusal.of(SHADOW_MISSING).when(shadow == null),
            CourseSchedule.refuseStart(start, today, rules))
        .flatMap(Optional::stream)
        .toList();
  }
}
