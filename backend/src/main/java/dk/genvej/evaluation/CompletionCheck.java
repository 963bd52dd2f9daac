package dk.genvej.evaluation;

import static dk.genvej.shared.ProblemCode.AFTER_MISSING;
import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.REVISITATION_BEFORE_EVALUATION;

import dk.genvej.referral.Help;
import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What re-visitation must hold before a course is completed on its day (O2, R29). That the course
 * is evaluated at all is for the state table.
 *
 * @param decided the day of re-visitation, which becomes the day of completion
 * @param after the visitator's new grant; no help at all is recorded as zero minutes. Absent where
 *     it is left out or “ikke opgjort”, which will not do here
 */
public record CompletionCheck(
    LocalDate evaluated, LocalDate decided, Help.@Nullable Assessed after) {

  public List<Refusal> refuse(LocalDate today) {
    return Stream.of(
            Refusal.at("/after", AFTER_MISSING).when(after == null),
            Refusal.at("/decidedOn", REVISITATION_BEFORE_EVALUATION)
                .with("evaluated", evaluated)
                .when(decided.isBefore(evaluated)),
            Refusal.at("/decidedOn", DATE_IN_FUTURE)
                .with("today", today)
                .when(decided.isAfter(today)))
        .flatMap(Optional::stream)
        .toList();
  }
}
