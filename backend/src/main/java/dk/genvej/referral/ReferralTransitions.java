package dk.genvej.referral;

import static dk.genvej.referral.ReferralAction.FIND_SUITABLE;
import static dk.genvej.referral.ReferralAction.FIND_UNSUITABLE;
import static dk.genvej.referral.ReferralAction.LAPSE;
import static dk.genvej.referral.ReferralAction.REFER;
import static dk.genvej.referral.ReferralState.LAPSED;
import static dk.genvej.referral.ReferralState.OPEN;
import static dk.genvej.referral.ReferralState.REFERRED;
import static dk.genvej.referral.ReferralState.SUITABLE;
import static dk.genvej.referral.ReferralState.UNSUITABLE;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.util.Map;

/**
 * The states of a contact and the way between them (O14). What is not listed is refused with {@code
 * CANNOT_<ACTION>_REFERRAL_WHEN_<STATE>}, where finding suitable and unsuitable are both to assess.
 */
public final class ReferralTransitions {

  private static final Map<ReferralState, Map<ReferralAction, ReferralState>> TABLE =
      Map.of(
          OPEN, Map.of(FIND_SUITABLE, SUITABLE, FIND_UNSUITABLE, UNSUITABLE, LAPSE, LAPSED),
          SUITABLE, Map.of(REFER, REFERRED, LAPSE, LAPSED));

  private ReferralTransitions() {}

  public static Ruling<ReferralState> next(ReferralState state, ReferralAction action) {
    var next = TABLE.getOrDefault(state, Map.of()).get(action);
    return next == null ? Ruling.refuse(Refusal.of(cannot(action, state))) : Ruling.allow(next);
  }

  private static ProblemCode cannot(ReferralAction action, ReferralState state) {
    var verb =
        switch (action) {
          case FIND_SUITABLE, FIND_UNSUITABLE -> "ASSESS";
          case REFER -> "REFER";
          case LAPSE -> "LAPSE";
        };
    return ProblemCode.valueOf("CANNOT_" + verb + "_REFERRAL_WHEN_" + state);
  }
}
