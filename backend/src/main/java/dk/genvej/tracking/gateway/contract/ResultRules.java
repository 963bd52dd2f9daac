package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.RESULT_INCOMPLETE;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESULT_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESULT_WITHOUT_CONDITION;

import dk.genvej.tracking.fhir.Codes;
import dk.genvej.tracking.fhir.Condition;
import dk.genvej.tracking.fhir.Observation;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Results of follow-ups. The transition allows an intervention as what was followed up; we write
 * conditions only, which holds before and after it.
 */
final class ResultRules {

  private static final Set<String> STATUSES = Set.of(Observation.FINAL, Codes.IN_ERROR);

  private ResultRules() {}

  static Stream<Finding> judge(Scrutiny scrutiny) {
    return scrutiny.report().all(Observation.class).flatMap(one -> judge(scrutiny, one));
  }

  private static Stream<Finding> judge(Scrutiny scrutiny, Observation one) {
    var what = scrutiny.name(one);
    var complete =
        STATUSES.contains(one.status())
            && one.code().says(Codes.EVALUATION)
            && one.effectiveDateTime() != null;
    return Stream.of(
            Scrutiny.when(!complete, RESULT_INCOMPLETE, what),
            scrutiny.known(
                one.valueCodeableConcept(), scrutiny.codes().results(), RESULT_UNKNOWN, what),
            Scrutiny.when(!aboutConditions(scrutiny, one), RESULT_WITHOUT_CONDITION, what))
        .flatMap(findings -> findings);
  }

  private static boolean aboutConditions(Scrutiny scrutiny, Observation one) {
    return !one.subjects().isEmpty()
        && one.subjects().stream()
            .allMatch(
                focus ->
                    scrutiny.report().find(focus).filter(Condition.class::isInstance).isPresent());
  }
}
