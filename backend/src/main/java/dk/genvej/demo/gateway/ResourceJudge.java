package dk.genvej.demo.gateway;

import static dk.genvej.demo.gateway.ReportJudge.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges one resource by its profile; what a profile leaves out is not allowed. */
final class ResourceJudge {

  private static final String PROFILES = "http://fhir.kl.dk/gateway/StructureDefinition/";

  /** Profile, and the elements that it leaves open beside type, id and meta. */
  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "Patient",
          List.of(
              "klgateway-care-citizen",
              "identifier",
              "active",
              "deceasedBoolean",
              "managingOrganization"),
          "Condition",
          List.of(
              "klgateway-care-condition",
              "clinicalStatus",
              "verificationStatus",
              "category",
              "severity",
              "code",
              "subject",
              "recordedDate"),
          "Goal",
          List.of(
              "klgateway-care-goal",
              "lifecycleStatus",
              "category",
              "description",
              "subject",
              "startDate",
              "target",
              "addresses"),
          "CarePlan",
          List.of(
              "klgateway-care-planned-intervention",
              "status",
              "intent",
              "subject",
              "period",
              "activity"),
          "Procedure",
          List.of(
              "klgateway-care-completed-intervention",
              "status",
              "code",
              "subject",
              "performedDateTime",
              "reasonReference"),
          "Encounter",
          List.of(
              "klgateway-care-general-encounter",
              "extension",
              "status",
              "class",
              "type",
              "subject",
              "period",
              "reasonReference"),
          "Observation",
          List.of(
              "klgateway-care-follow-up-observation",
              "status",
              "code",
              "subject",
              "focus",
              "effectiveDateTime",
              "valueCodeableConcept"));

  private final boolean afterTransition;
  private final Codings codings;
  private final CareJudge care;

  ResourceJudge(boolean afterTransition, GatewayCodes codes) {
    this.afterTransition = afterTransition;
    this.codings = new Codings(afterTransition, codes);
    this.care = new CareJudge(afterTransition, codings);
  }

  void judge(List<Issue> issues, JsonNode one, Map<String, JsonNode> report) {
    var allowed = ALLOWED.get(ReportJudge.type(one));
    if (allowed == null) {
      issues.add(Issue.error(ReportJudge.type(one) + " is not taken"));
      return;
    }
    require(
        issues,
        one.at("/meta/profile/0").asText().equals(PROFILES + allowed.getFirst()),
        "the profile of " + ReportJudge.address(one) + " is missing");
    one.fieldNames()
        .forEachRemaining(
            name ->
                require(
                    issues,
                    allowed.subList(1, allowed.size()).contains(name)
                        || Set.of("resourceType", "id", "meta").contains(name),
                    ReportJudge.type(one) + "." + name + " is not allowed"));
    new References(report).judge(issues, one, afterTransition);
    elements(issues, one);
  }

  private void elements(List<Issue> issues, JsonNode one) {
    switch (ReportJudge.type(one)) {
      case "Patient" -> citizen(issues, one);
      case "Condition" -> condition(issues, one);
      case "Goal" -> goal(issues, one);
      default -> care.judge(issues, one);
    }
  }

  private void citizen(List<Issue> issues, JsonNode one) {
    var number = one.at("/identifier/0");
    require(
        issues,
        one.path("identifier").size() == 1
            && number.path("use").asText().equals("official")
            && number.path("system").asText().equals("urn:oid:1.2.208.176.1.2")
            && isCpr(number.path("value").asText()),
        "identifier[cpr] is one syntactically valid CPR number");
    var sor = one.at("/managingOrganization/identifier");
    require(
        issues,
        sor.path("system").asText().equals("urn:oid:1.2.208.176.1.1")
            && sor.path("value").asText().matches("[0-9]{11,}"),
        "managingOrganization is a SOR code");
    require(
        issues,
        !afterTransition || one.path("deceasedBoolean").isBoolean(),
        "deceasedBoolean is missing");
    if (one.path("deceasedBoolean").asBoolean()) {
      var text = "data about a deceased citizen is reported";
      issues.add(afterTransition ? Issue.error(text) : Issue.warning(text));
    }
  }

  /** Day and month must be real, so a replacement number is none. */
  private static boolean isCpr(String text) {
    try {
      return text.matches("[0-9]{10}")
          && LocalDate.of(
                      2000,
                      Integer.parseInt(text.substring(2, 4)),
                      Integer.parseInt(text.substring(0, 2)))
                  .getYear()
              == 2000;
    } catch (DateTimeException _) {
      return false; // No such day.
    }
  }

  private void condition(List<Issue> issues, JsonNode one) {
    codings.fsiii(issues, one.at("/code/coding"), "condition");
    require(issues, one.has("severity"), "severity is mandatory in home care");
    if (one.has("severity")) {
      codings.fsiii(issues, one.at("/severity/coding"), "level");
    }
    var error = one.at("/verificationStatus/coding/0/code").asText().equals("entered-in-error");
    var status = one.at("/clinicalStatus/coding/0/code").asText();
    require(
        issues,
        error ? status.isEmpty() : Set.of("active", "inactive").contains(status),
        "con-5: clinicalStatus, unless entered in error");
    require(
        issues,
        !one.has("category") || status.equals("active"),
        "category is left out for what is not active");
    require(issues, one.has("recordedDate"), "recordedDate is missing");
  }

  private void goal(List<Issue> issues, JsonNode one) {
    require(
        issues,
        Set.of("active", "completed", "entered-in-error")
            .contains(one.path("lifecycleStatus").asText()),
        "lifecycleStatus is active, completed or entered-in-error");
    Codings.fixed(
        issues, one.at("/category/0/coding/0/code"), "ca552020-6ed1-4cdc-b0d4-32697f1f27ad");
    Codings.fixed(
        issues, one.at("/description/coding/0/code"), "e182c5dc-9f91-474a-92e8-f62be3d498f4");
    Codings.fixed(
        issues, one.at("/target/0/measure/coding/0/code"), "66959f77-6e2a-4574-8423-3ff097f8b9fa");
    codings.fsiii(issues, one.at("/target/0/detailCodeableConcept/coding"), "level");
    require(issues, one.path("target").size() == 1, "a goal has one target");
    require(issues, one.has("startDate"), "startDate is missing");
  }
}
