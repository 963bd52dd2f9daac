package dk.genvej.visit;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;

/** Only what is planned is moved, cancelled or held; a held visit is mended by annulling it. */
public final class VisitTransitions {

  private VisitTransitions() {}

  public static Ruling<VisitState> next(VisitState state, VisitAction action) {
    return state == VisitState.PLANNED
        ? Ruling.allow(after(action))
        : Ruling.refuse(Refusal.of(cannot(action, state)));
  }

  private static VisitState after(VisitAction action) {
    return switch (action) {
      case MOVE -> VisitState.PLANNED;
      case CANCEL -> VisitState.CANCELLED;
      case HOLD -> VisitState.HELD;
    };
  }

  private static ProblemCode cannot(VisitAction action, VisitState state) {
    return ProblemCode.valueOf("CANNOT_" + action + "_VISIT_WHEN_" + state);
  }
}
