package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.CONDITION_STATUS_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.CONDITION_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.FOCUS_OF_INACTIVE;
import static dk.genvej.tracking.gateway.contract.FindingCode.LEVEL_MISSING;
import static dk.genvej.tracking.gateway.contract.FindingCode.LEVEL_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.RECORDED_DAY_MISSING;
import static dk.genvej.tracking.gateway.contract.FindingCode.TITLE_DIFFERS;

import dk.genvej.shared.Title;
import dk.genvej.tracking.fhir.Codes;
import dk.genvej.tracking.fhir.Condition;
import dk.genvej.tracking.fhir.DataTypes.Coding;
import dk.genvej.tracking.fhir.DataTypes.Concept;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions of home care: known, judged, and in focus only while the citizen has them. */
final class ConditionRules {

  private static final Set<String> CLINICAL = Set.of("active", "inactive");

  private ConditionRules() {}

  static Stream<Finding> judge(Scrutiny scrutiny) {
    return scrutiny.report().all(Condition.class).flatMap(one -> judge(scrutiny, one));
  }

  private static Stream<Finding> judge(Scrutiny scrutiny, Condition one) {
    var codes = scrutiny.codes();
    var what = scrutiny.name(one);
    return Stream.of(
            scrutiny.known(one.code(), codes.conditions().keySet(), CONDITION_UNKNOWN, what),
            title(one.code(), codes.conditions()),
            level(scrutiny, one, what),
            Scrutiny.when(!statusFits(one), CONDITION_STATUS_WRONG, what),
            Scrutiny.when(inFocus(one) && !says(one, "active"), FOCUS_OF_INACTIVE, what),
            Scrutiny.when(one.recordedDate() == null, RECORDED_DAY_MISSING, what))
        .flatMap(findings -> findings);
  }

  /** Mandatory for home care, where all of ours belong, also in what is taken back. */
  private static Stream<Finding> level(Scrutiny scrutiny, Condition one, Title what) {
    return one.severity() == null
        ? Stream.of(new Finding(LEVEL_MISSING, what))
        : scrutiny.known(one.severity(), scrutiny.codes().levels(), LEVEL_UNKNOWN, what);
  }

  /** FHIR's con-5: what was never true is neither active nor inactive. */
  private static boolean statusFits(Condition one) {
    if (one.isInError()) {
      return one.clinicalStatus() == null;
    }
    var status = one.clinicalStatus();
    return status != null
        && status.coding().size() == 1
        && CLINICAL.contains(status.coding().getFirst().code());
  }

  private static boolean inFocus(Condition one) {
    var categories = Objects.requireNonNullElse(one.category(), List.<Concept>of());
    return categories.stream().anyMatch(category -> category.says(Codes.IN_FOCUS));
  }

  private static boolean says(Condition one, String status) {
    return one.clinicalStatus() != null && one.clinicalStatus().says(status);
  }

  /** Where a title is told, it is the classification's own, word for word. */
  static Stream<Finding> title(@Nullable Concept concept, Map<String, Title> titles) {
    return concept == null
        ? Stream.empty()
        : concept.coding().stream().flatMap(coding -> title(coding, titles));
  }

  private static Stream<Finding> title(Coding coding, Map<String, Title> titles) {
    var display = coding.display();
    var own = titles.get(coding.code());
    if (display == null || own == null) {
      return Stream.empty();
    }
    return Scrutiny.when(!own.da().equals(display), TITLE_DIFFERS, new Title(display, display));
  }
}
