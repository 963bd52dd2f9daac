package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.CONTACT_MODE_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.CONTACT_STATUS_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.CONTACT_TYPE_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.CONTACT_WITHOUT_DAY;
import static dk.genvej.tracking.gateway.contract.FindingCode.FOLLOW_UP_WITHOUT_CONDITION;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESULT_INCOMPLETE;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESULT_UNKNOWN;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESULT_WITHOUT_CONDITION;

import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.Samples;
import java.util.List;

/** Reports with a contact or a result that is wrong. */
final class BrokenContacts {

  private BrokenContacts() {}

  static void addTo(List<BrokenReport> all) {
    contact(all);
    result(all);
  }

  private static void contact(List<BrokenReport> all) {
    BrokenReport.add(
        all,
        FOLLOW_UP_WITHOUT_CONDITION,
        4,
        "a follow-up of nothing",
        b -> b.first("Encounter").remove("reasonReference"));
    BrokenReport.add(
        all,
        CONTACT_TYPE_UNKNOWN,
        0,
        Guide.V1_2,
        "the new code of delivery before its time",
        b -> b.coding("Encounter", "/type/0/coding/0").put("code", Guide.V1_3.delivery()));
    BrokenReport.add(
        all,
        CONTACT_TYPE_UNKNOWN,
        0,
        Guide.V1_3,
        "the old code of delivery after its time",
        b -> b.coding("Encounter", "/type/0/coding/0").put("code", Guide.V1_2.delivery()));
    BrokenReport.add(
        all,
        CONTACT_MODE_UNKNOWN,
        0,
        "by pigeon",
        b -> b.coding("Encounter", "/class").put("code", "PIGEON"));
    BrokenReport.add(
        all,
        CONTACT_STATUS_WRONG,
        0,
        "triaged",
        b -> b.first("Encounter").put("status", "triaged"));
    BrokenReport.add(
        all,
        CONTACT_WITHOUT_DAY,
        0,
        "no day",
        b -> b.coding("Encounter", "/period").remove("start"));
  }

  private static void result(List<BrokenReport> all) {
    BrokenReport.add(
        all,
        RESULT_UNKNOWN,
        0,
        "a result of nobody's",
        b ->
            b.coding("Observation", "/valueCodeableConcept/coding/0")
                .put("code", BrokenReport.uuid(29)));
    BrokenReport.add(
        all,
        RESULT_WITHOUT_CONDITION,
        0,
        "of nothing",
        b -> b.first("Observation").remove("focus"));
    BrokenReport.add(
        all,
        RESULT_WITHOUT_CONDITION,
        0,
        Guide.V1_3,
        "of a grant, after the transition",
        b -> b.coding("Observation", "/focus/0").put("reference", "CarePlan/" + Samples.PLAN));
    BrokenReport.add(
        all,
        RESULT_INCOMPLETE,
        0,
        "preliminary",
        b -> b.first("Observation").put("status", "preliminary"));
    BrokenReport.add(
        all,
        RESULT_INCOMPLETE,
        0,
        "no day",
        b -> b.first("Observation").remove("effectiveDateTime"));
  }
}
