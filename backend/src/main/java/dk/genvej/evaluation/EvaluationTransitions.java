package dk.genvej.evaluation;

import static dk.genvej.evaluation.EvaluationAction.CORRECT;
import static dk.genvej.evaluation.EvaluationAction.SAVE;
import static dk.genvej.evaluation.EvaluationAction.SUBMIT;
import static dk.genvej.evaluation.EvaluationState.DRAFT;
import static dk.genvej.evaluation.EvaluationState.DUE;
import static dk.genvej.evaluation.EvaluationState.SUBMITTED;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.util.Map;

/**
 * The states of an evaluation and the way between them: a draft until submitted, then correctable.
 * All else is refused with {@code CANNOT_<ACTION>_EVALUATION_WHEN_<STATE>}.
 */
final class EvaluationTransitions {

  private static final Map<EvaluationState, Map<EvaluationAction, EvaluationState>> TABLE =
      Map.of(
          DUE, Map.of(SAVE, DRAFT, SUBMIT, SUBMITTED),
          DRAFT, Map.of(SAVE, DRAFT, SUBMIT, SUBMITTED),
          SUBMITTED, Map.of(CORRECT, SUBMITTED));

  private EvaluationTransitions() {}

  static Ruling<EvaluationState> next(EvaluationState state, EvaluationAction action) {
    var next = TABLE.getOrDefault(state, Map.of()).get(action);
    return next == null
        ? Ruling.refuse(
            Refusal.of(ProblemCode.valueOf("CANNOT_" + action + "_EVALUATION_WHEN_" + state)))
        : Ruling.allow(next);
  }
}
