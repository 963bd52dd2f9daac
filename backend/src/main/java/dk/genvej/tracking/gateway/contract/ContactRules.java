package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.CONTACT_MODE_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.CONTACT_STATUS_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.CONTACT_TYPE_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.CONTACT_WITHOUT_DAY;
import static dk.genvej.tracking.gateway.contract.FindingCode.FOLLOW_UP_WITHOUT_CONDITION;

import dk.genvej.tracking.fhir.Codes;
import dk.genvej.tracking.fhir.Condition;
import dk.genvej.tracking.fhir.Encounter;
import dk.genvej.tracking.fhir.EncounterWriter.Mode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** Contacts: dates of follow-up, and visits where a municipality reports them. */
final class ContactRules {

  private static final Set<String> STATUSES =
      Set.of(Encounter.PLANNED, Encounter.FINISHED, Encounter.CANCELLED, Codes.IN_ERROR);

  private ContactRules() {}

  static Stream<Finding> judge(Scrutiny scrutiny) {
    return scrutiny.report().all(Encounter.class).flatMap(one -> judge(scrutiny, one));
  }

  private static Stream<Finding> judge(Scrutiny scrutiny, Encounter one) {
    var what = scrutiny.name(one);
    var types = Set.of(Codes.FOLLOW_UP, scrutiny.guide().delivery());
    var concept = one.type().size() == 1 ? one.type().getFirst() : null;
    return Stream.of(
            scrutiny.known(concept, types, CONTACT_TYPE_UNKNOWN, what),
            Scrutiny.when(
                Arrays.stream(Mode.values()).noneMatch(mode -> mode.coding().equals(one.mode())),
                CONTACT_MODE_UNKNOWN,
                what),
            Scrutiny.when(!STATUSES.contains(one.status()), CONTACT_STATUS_WRONG, what),
            Scrutiny.when(!InterventionRules.orderly(one.period()), CONTACT_WITHOUT_DAY, what),
            Scrutiny.when(followsUpNothing(scrutiny, one), FOLLOW_UP_WITHOUT_CONDITION, what))
        .flatMap(findings -> findings);
  }

  /** The guide has the words for this rule, and no profile of it the rule. */
  private static boolean followsUpNothing(Scrutiny scrutiny, Encounter one) {
    var followUp = one.type().stream().anyMatch(type -> type.says(Codes.FOLLOW_UP));
    return followUp
        && one.reasons().stream()
            .flatMap(reason -> scrutiny.report().find(reason).stream())
            .noneMatch(Condition.class::isInstance);
  }
}
