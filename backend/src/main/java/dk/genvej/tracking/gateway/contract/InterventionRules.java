package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.DELIVERY_TYPE_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_CODES_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_IS_HEADING;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_PERIOD_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_STATUS_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.LEGACY_CODE;
import static dk.genvej.tracking.gateway.contract.FindingCode.LEVEL3_INCOMPLETE;

import dk.genvej.shared.Title;
import dk.genvej.tracking.fhir.CarePlan;
import dk.genvej.tracking.fhir.Codes;
import dk.genvej.tracking.fhir.DataTypes.Coding;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import dk.genvej.tracking.fhir.DataTypes.Extension;
import dk.genvej.tracking.fhir.DataTypes.Period;
import dk.genvej.tracking.fhir.Procedure;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Interventions granted, and those delivered without a grant. */
final class InterventionRules {

  private static final Set<String> PLAN_STATUSES =
      Set.of("active", "on-hold", "completed", "revoked", Codes.IN_ERROR);
  private static final Set<String> ACTIVITY_STATUSES =
      Set.of("not-started", "in-progress", "completed", "unknown");
  private static final Set<String> PROCEDURE_STATUSES = Set.of("completed", Codes.IN_ERROR);
  private static final int DAY_LENGTH = 10;

  private InterventionRules() {}

  static Stream<Finding> judge(Scrutiny scrutiny) {
    return Stream.concat(
        scrutiny.report().all(CarePlan.class).flatMap(one -> planned(scrutiny, one)),
        scrutiny.report().all(Procedure.class).flatMap(one -> delivered(scrutiny, one)));
  }

  private static Stream<Finding> planned(Scrutiny scrutiny, CarePlan one) {
    var what = scrutiny.name(one);
    if (one.activity().size() != 1) {
      return Stream.of(new Finding(INTERVENTION_CODES_WRONG, what));
    }
    var detail = one.activity().getFirst().detail();
    var statuses =
        one.intent().equals("plan")
            && PLAN_STATUSES.contains(one.status())
            && ACTIVITY_STATUSES.contains(detail.status());
    return Stream.of(
            code(scrutiny, detail.code(), what),
            Scrutiny.when(!statuses, INTERVENTION_STATUS_WRONG, what),
            Scrutiny.when(!orderly(one.period()), INTERVENTION_PERIOD_WRONG, what),
            delivery(scrutiny, detail, what))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> delivered(Scrutiny scrutiny, Procedure one) {
    var what = scrutiny.name(one);
    return Stream.of(
            code(scrutiny, one.code(), what),
            Scrutiny.when(
                !PROCEDURE_STATUSES.contains(one.status()), INTERVENTION_STATUS_WRONG, what),
            Scrutiny.when(one.performedDateTime() == null, INTERVENTION_PERIOD_WRONG, what))
        .flatMap(findings -> findings);
  }

  /** The slicing of the profile is closed: one code of FSIII, one local code, nothing else. */
  private static Stream<Finding> code(Scrutiny scrutiny, Concept concept, Title what) {
    var level2 = of(concept, Codes.FSIII);
    var level3 = of(concept, Codes.LOCAL_INTERVENTIONS);
    if (level2.size() != 1
        || level3.size() > 1
        || level2.size() + level3.size() != concept.coding().size()) {
      return Stream.of(new Finding(INTERVENTION_CODES_WRONG, what));
    }
    return Stream.of(
            level2(scrutiny, level2.getFirst(), what),
            Scrutiny.when(level3.stream().anyMatch(one -> !named(one)), LEVEL3_INCOMPLETE, what),
            ConditionRules.title(concept, scrutiny.codes().interventions()))
        .flatMap(findings -> findings);
  }

  private static List<Coding> of(Concept concept, String system) {
    return concept.coding().stream().filter(one -> one.system().equals(system)).toList();
  }

  private static Stream<Finding> level2(Scrutiny scrutiny, Coding coding, Title what) {
    var codes = scrutiny.codes();
    if (codes.headings().containsKey(coding.code())) {
      return Stream.of(new Finding(INTERVENTION_IS_HEADING, what));
    }
    if (codes.legacy().contains(coding.code())) {
      return Scrutiny.when(scrutiny.guide().afterTransition(), LEGACY_CODE, what);
    }
    return Scrutiny.when(
        !codes.interventions().containsKey(coding.code()), INTERVENTION_UNKNOWN, what);
  }

  private static boolean named(Coding coding) {
    return !coding.code().isBlank() && coding.display() != null && !coding.display().isBlank();
  }

  /** ISO days compare as text, and a time begins with its day. */
  static boolean orderly(Period period) {
    return period.start() != null
        && (period.end() == null || day(period.end()).compareTo(day(period.start())) >= 0);
  }

  private static String day(String dayOrTime) {
    return dayOrTime.substring(0, Math.min(DAY_LENGTH, dayOrTime.length()));
  }

  private static Stream<Finding> delivery(Scrutiny scrutiny, CarePlan.Detail detail, Title what) {
    var types = Objects.requireNonNullElse(detail.extension(), List.<Extension>of());
    return types.stream()
        .flatMap(
            type ->
                scrutiny.known(
                    type.valueCodeableConcept(),
                    scrutiny.codes().deliveryTypes(),
                    DELIVERY_TYPE_UNKNOWN,
                    what));
  }
}
