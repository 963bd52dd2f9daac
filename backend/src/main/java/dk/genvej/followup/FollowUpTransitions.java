package dk.genvej.followup;

import static dk.genvej.followup.FollowUpAction.ANNUL;
import static dk.genvej.followup.FollowUpAction.RECORD;
import static dk.genvej.followup.FollowUpState.DUE;
import static dk.genvej.followup.FollowUpState.RECORDED;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.util.Map;

/**
 * The states of a follow-up and the way between them: a record made in error is annulled, and the
 * follow-up is due again. All else is refused with {@code CANNOT_<ACTION>_FOLLOW_UP_WHEN_<STATE>}.
 */
final class FollowUpTransitions {

  private static final Map<FollowUpState, Map<FollowUpAction, FollowUpState>> TABLE =
      Map.of(DUE, Map.of(RECORD, RECORDED), RECORDED, Map.of(ANNUL, DUE));

  private FollowUpTransitions() {}

  static Ruling<FollowUpState> next(FollowUpState state, FollowUpAction action) {
    var next = TABLE.getOrDefault(state, Map.of()).get(action);
    return next == null
        ? Ruling.refuse(
            Refusal.of(ProblemCode.valueOf("CANNOT_" + action + "_FOLLOW_UP_WHEN_" + state)))
        : Ruling.allow(next);
  }
}
