package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.GOAL_LEVEL_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.GOAL_STATUS_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.GOAL_TWICE;
import static dk.genvej.tracking.gateway.contract.FindingCode.GOAL_WITHOUT_CONDITION;

import dk.genvej.shared.Title;
import dk.genvej.tracking.fhir.Codes;
import dk.genvej.tracking.fhir.Condition;
import dk.genvej.tracking.fhir.Goal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expected levels: each for one condition of home care, and one at a time for each. */
final class GoalRules {

  private static final String ACTIVE = "active";
  private static final Set<String> STATUSES = Set.of(ACTIVE, "completed", Codes.IN_ERROR);

  private GoalRules() {}

  static Stream<Finding> judge(Scrutiny scrutiny) {
    return Stream.concat(
        scrutiny.report().all(Goal.class).flatMap(one -> judge(scrutiny, one)), twice(scrutiny));
  }

  private static Stream<Finding> judge(Scrutiny scrutiny, Goal one) {
    var what = scrutiny.name(one);
    var status = STATUSES.contains(one.lifecycleStatus()) && one.startDate() != null;
    return Stream.of(
            Scrutiny.when(!addressesOneCondition(scrutiny, one), GOAL_WITHOUT_CONDITION, what),
            Scrutiny.when(!status, GOAL_STATUS_WRONG, what),
            level(scrutiny, one, what))
        .flatMap(findings -> findings);
  }

  private static boolean addressesOneCondition(Scrutiny scrutiny, Goal one) {
    return one.addresses().size() == 1
        && scrutiny
            .report()
            .find(one.addresses().getFirst())
            .filter(Condition.class::isInstance)
            .isPresent();
  }

  private static Stream<Finding> level(Scrutiny scrutiny, Goal one, Title what) {
    return one.target().size() == 1
        ? scrutiny.known(
            one.target().getFirst().detailCodeableConcept(),
            scrutiny.codes().levels(),
            GOAL_LEVEL_UNKNOWN,
            what)
        : Stream.of(new Finding(GOAL_LEVEL_UNKNOWN, what));
  }

  private static Stream<Finding> twice(Scrutiny scrutiny) {
    return scrutiny.standing(Goal.class).stream()
        .filter(one -> one.lifecycleStatus().equals(ACTIVE))
        .collect(Collectors.groupingBy(Goal::addresses))
        .values()
        .stream()
        .filter(same -> same.size() > 1)
        .map(same -> new Finding(GOAL_TWICE, scrutiny.name(same.getFirst())));
  }
}
