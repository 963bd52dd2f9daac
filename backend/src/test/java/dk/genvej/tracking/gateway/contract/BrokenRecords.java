package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.CONDITION_STATUS_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.CONDITION_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.DELIVERY_TYPE_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.FOCUS_OF_INACTIVE;
import static dk.genvej.tracking.gateway.contract.FindingCode.GOAL_LEVEL_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.GOAL_STATUS_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.GOAL_TWICE;
import static dk.genvej.tracking.gateway.contract.FindingCode.GOAL_WITHOUT_CONDITION;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_CODES_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_IS_HEADING;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_PERIOD_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_STATUS_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.INTERVENTION_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.LEVEL3_INCOMPLETE;
import static dk.genvej.tracking.gateway.contract.FindingCode.LEVEL_MISSING;
import static dk.genvej.tracking.gateway.contract.FindingCode.LEVEL_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.RECORDED_DAY_MISSING;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.tracking.fhir.Samples;
import java.util.List;

/** Reports with a condition, a goal or an intervention that is wrong. */
final class BrokenRecords {

  private BrokenRecords() {}

  static void addTo(List<BrokenReport> all) {
    condition(all);
    goal(all);
    intervention(all);
  }

  private static void condition(List<BrokenReport> all) {
    BrokenReport.add(
        all, LEVEL_MISSING, 0, "no level", b -> b.first("Condition").remove("severity"));
    BrokenReport.add(
        all,
        LEVEL_UNKNOWN,
        0,
        "a level of nobody's",
        b -> b.coding("Condition", "/severity/coding/0").put("code", BrokenReport.uuid(23)));
    BrokenReport.add(
        all,
        CONDITION_UNKNOWN,
        0,
        "a condition of nobody's",
        b -> b.coding("Condition", "/code/coding/0").put("code", BrokenReport.uuid(24)));
    BrokenReport.add(
        all,
        CONDITION_STATUS_WRONG,
        0,
        "neither active nor not",
        b -> {
          b.first("Condition").remove("clinicalStatus");
          b.first("Condition").remove("category");
        });
    BrokenReport.add(
        all,
        CONDITION_STATUS_WRONG,
        0,
        "in error and active",
        b -> {
          b.first("Condition")
              .putObject("verificationStatus")
              .putArray("coding")
              .addObject()
              .put("system", "http://terminology.hl7.org/CodeSystem/condition-ver-status")
              .put("code", "entered-in-error");
          b.first("Condition").remove("category");
        });
    BrokenReport.add(
        all,
        FOCUS_OF_INACTIVE,
        0,
        "in focus and gone",
        b -> b.coding("Condition", "/clinicalStatus/coding/0").put("code", "inactive"));
    BrokenReport.add(
        all, RECORDED_DAY_MISSING, 0, "no day", b -> b.first("Condition").remove("recordedDate"));
  }

  private static void goal(List<BrokenReport> all) {
    BrokenReport.add(
        all,
        GOAL_TWICE,
        5,
        "two goals at once",
        b -> b.again("Goal", n -> n.put("id", BrokenReport.uuid(25))));
    BrokenReport.add(
        all,
        GOAL_WITHOUT_CONDITION,
        0,
        "the goal of a grant",
        b -> b.coding("Goal", "/addresses/0").put("reference", "CarePlan/" + Samples.PLAN));
    BrokenReport.add(
        all,
        GOAL_LEVEL_UNKNOWN,
        0,
        "a level of nobody's",
        b ->
            b.coding("Goal", "/target/0/detailCodeableConcept/coding/0")
                .put("code", BrokenReport.uuid(26)));
    BrokenReport.add(
        all, GOAL_STATUS_WRONG, 0, "no first day", b -> b.first("Goal").remove("startDate"));
    BrokenReport.add(
        all,
        GOAL_STATUS_WRONG,
        0,
        "a proposal",
        b -> b.first("Goal").put("lifecycleStatus", "proposed"));
  }

  private static void intervention(List<BrokenReport> all) {
    var code = "/activity/0/detail/code/coding/0";
    BrokenReport.add(
        all,
        INTERVENTION_UNKNOWN,
        0,
        "a code of nobody's",
        b -> b.coding("CarePlan", code).put("code", BrokenReport.uuid(27)));
    BrokenReport.add(
        all,
        INTERVENTION_IS_HEADING,
        0,
        "the heading over it",
        b ->
            b.coding("CarePlan", code)
                .put("code", "fe266687-9efd-4aea-a37c-49c88632d4f3")
                .remove("display"));
    BrokenReport.add(
        all,
        INTERVENTION_CODES_WRONG,
        0,
        "two national codes",
        b ->
            b.coding("CarePlan", "/activity/0/detail/code")
                .withArray("coding")
                .add(b.coding("CarePlan", code).deepCopy()));
    BrokenReport.add(
        all,
        LEVEL3_INCOMPLETE,
        0,
        "a local code without its name",
        b -> local(b).put("code", "REHAB"));
    BrokenReport.add(
        all,
        INTERVENTION_STATUS_WRONG,
        0,
        "a draft",
        b -> b.first("CarePlan").put("status", "draft"));
    BrokenReport.add(
        all,
        INTERVENTION_STATUS_WRONG,
        0,
        "an activity on hold",
        b -> b.coding("CarePlan", "/activity/0/detail").put("status", "on-hold"));
    BrokenReport.add(
        all,
        INTERVENTION_PERIOD_WRONG,
        0,
        "no first day",
        b -> b.coding("CarePlan", "/period").remove("start"));
    BrokenReport.add(
        all,
        INTERVENTION_PERIOD_WRONG,
        0,
        "ends before it begins",
        b -> b.coding("CarePlan", "/period").put("end", "2026-03-01"));
    BrokenReport.add(
        all,
        DELIVERY_TYPE_UNKNOWN,
        0,
        "a way of nobody's",
        b ->
            b.coding("CarePlan", "/activity/0/detail/extension/0/valueCodeableConcept/coding/0")
                .put("code", BrokenReport.uuid(28)));
    BrokenReport.add(
        all,
        INTERVENTION_STATUS_WRONG,
        0,
        "delivered and not done",
        b -> b.first("Procedure").put("status", "not-done"));
    BrokenReport.add(
        all,
        INTERVENTION_PERIOD_WRONG,
        0,
        "delivered on no day",
        b -> b.first("Procedure").remove("performedDateTime"));
  }

  private static ObjectNode local(BrokenReport.Bundle bundle) {
    return bundle
        .coding("CarePlan", "/activity/0/detail/code")
        .withArray("coding")
        .addObject()
        .put("system", "http://fhir.kl.dk/gateway/CodeSystem/LocallyDefinedInterventions");
  }
}
