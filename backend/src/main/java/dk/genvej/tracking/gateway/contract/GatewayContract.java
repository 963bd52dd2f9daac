package dk.genvej.tracking.gateway.contract;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges a report by every rule there is; asked before every send. */
public final class GatewayContract {

  private static final List<Function<Scrutiny, Stream<Finding>>> RULES =
      List.of(
          ReportRules::judge,
          CitizenRules::judge,
          ConditionRules::judge,
          GoalRules::judge,
          InterventionRules::judge,
          ContactRules::judge,
          ResultRules::judge);

  private GatewayContract() {}

  /** Everything that is wrong, at once; none when the gateway should take it. */
  public static List<Finding> judge(Scrutiny scrutiny) {
    return RULES.stream().flatMap(rule -> rule.apply(scrutiny)).distinct().toList();
  }
}
