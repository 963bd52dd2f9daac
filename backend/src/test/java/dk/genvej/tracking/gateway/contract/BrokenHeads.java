package dk.genvej.tracking.gateway.contract;

import static dk.genvej.tracking.gateway.contract.FindingCode.CITIZEN_COUNT;
import static dk.genvej.tracking.gateway.contract.FindingCode.CITIZEN_DEAD;
import static dk.genvej.tracking.gateway.contract.FindingCode.CPR_NOT_REPORTABLE;
import static dk.genvej.tracking.gateway.contract.FindingCode.LAST_UPDATED_MISSING;
import static dk.genvej.tracking.gateway.contract.FindingCode.LEGACY_CODE;
import static dk.genvej.tracking.gateway.contract.FindingCode.LIFE_NOT_TOLD;
import static dk.genvej.tracking.gateway.contract.FindingCode.PROFILE_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.REFERENCE_OUTSIDE;
import static dk.genvej.tracking.gateway.contract.FindingCode.REPORT_ID_INVALID;
import static dk.genvej.tracking.gateway.contract.FindingCode.REPORT_SPANS_DAYS;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESOURCE_ID_INVALID;
import static dk.genvej.tracking.gateway.contract.FindingCode.RESOURCE_TWICE;
import static dk.genvej.tracking.gateway.contract.FindingCode.SOR_CODE_MISSING;
import static dk.genvej.tracking.gateway.contract.FindingCode.SUBJECT_WRONG;
import static dk.genvej.tracking.gateway.contract.FindingCode.TITLE_DIFFERS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.Samples;
import java.util.List;

/** Reports that are wrong as a whole, or about their citizen. */
final class BrokenHeads {

  private BrokenHeads() {}

  static void addTo(List<BrokenReport> all) {
    report(all);
    citizen(all);
  }

  private static void report(List<BrokenReport> all) {
    BrokenReport.add(
        all,
        CITIZEN_COUNT,
        1,
        "two citizens",
        b -> b.again("Patient", n -> n.put("id", BrokenReport.uuid(21))));
    BrokenReport.add(
        all, REPORT_ID_INVALID, 0, "a word for an id", b -> b.root.put("id", "rapport-1"));
    BrokenReport.add(
        all,
        REPORT_SPANS_DAYS,
        9,
        "a grant of the day before",
        b ->
            ((ObjectNode) b.first("CarePlan").get("meta"))
                .put("lastUpdated", "2026-03-01T10:00:00+01:00"));
    BrokenReport.add(
        all,
        LAST_UPDATED_MISSING,
        2,
        "no lastUpdated",
        b -> ((ObjectNode) b.first("Goal").get("meta")).remove("lastUpdated"));
    BrokenReport.add(
        all,
        PROFILE_WRONG,
        0,
        "the deprecated contact",
        b ->
            ((ObjectNode) b.first("Encounter").get("meta"))
                .putArray("profile")
                .add("http://fhir.kl.dk/gateway/StructureDefinition/klgateway-care-encounter"));
    BrokenReport.add(
        all,
        RESOURCE_ID_INVALID,
        0,
        "a number for an id",
        b -> b.first("Observation").put("id", "7"));
    BrokenReport.add(
        all, RESOURCE_TWICE, 0, "the same result twice", b -> b.again("Observation", _ -> {}));
    BrokenReport.add(
        all,
        REFERENCE_OUTSIDE,
        0,
        "a condition that is not there",
        b ->
            b.coding("CarePlan", "/activity/0/detail/reasonReference/0")
                .put("reference", "Condition/" + BrokenReport.uuid(22)));
    BrokenReport.add(
        all,
        SUBJECT_WRONG,
        0,
        "the plan of a condition",
        b ->
            ((ObjectNode) b.first("CarePlan").get("subject"))
                .put("reference", "Condition/" + Samples.CONDITION));
    BrokenReport.add(
        all,
        LEGACY_CODE,
        7,
        Guide.V1_3,
        "H2.5 after the transition",
        b ->
            b.coding("CarePlan", "/activity/0/detail/code/coding/0")
                .put("code", "H2.5")
                .remove("display"));
    BrokenReport.add(
        all,
        LEGACY_CODE,
        7,
        Guide.V1_3,
        "B3 after the transition",
        b -> b.coding("Condition", "/severity/coding/0").put("code", "B3"));
    BrokenReport.add(
        all,
        TITLE_DIFFERS,
        3,
        "a title of our own",
        b -> b.coding("Condition", "/code/coding/0").put("display", "Personlig hygiejne og pleje"));
    BrokenReport.add(
        all,
        TITLE_DIFFERS,
        3,
        "a title of our own for a grant",
        b -> b.coding("CarePlan", "/activity/0/detail/code/coding/0").put("display", "RH Bad"));
  }

  private static void citizen(List<BrokenReport> all) {
    cpr(all, "a replacement number", "6302431234");
    cpr(all, "no such day", "3002431234");
    cpr(all, "no such month", "0313431234");
    cpr(all, "with its hyphen", "030243-1234");
    BrokenReport.add(
        all, CPR_NOT_REPORTABLE, 0, "no number", b -> b.first("Patient").remove("identifier"));
    BrokenReport.add(
        all,
        SOR_CODE_MISSING,
        0,
        "too short a SOR code",
        b -> b.coding("Patient", "/managingOrganization/identifier").put("value", "1234567890"));
    BrokenReport.add(
        all,
        SOR_CODE_MISSING,
        0,
        "no organisation",
        b -> b.first("Patient").remove("managingOrganization"));
    BrokenReport.add(
        all,
        LIFE_NOT_TOLD,
        0,
        Guide.V1_3,
        "not told whether the citizen lives",
        b -> b.first("Patient").remove("deceasedBoolean"));
    BrokenReport.add(
        all,
        CITIZEN_DEAD,
        6,
        Guide.V1_3,
        "dead",
        b -> b.first("Patient").put("deceasedBoolean", true));
  }

  private static void cpr(List<BrokenReport> all, String how, String cpr) {
    BrokenReport.add(
        all,
        CPR_NOT_REPORTABLE,
        0,
        how,
        b -> b.coding("Patient", "/identifier/0").put("value", cpr));
  }
}
