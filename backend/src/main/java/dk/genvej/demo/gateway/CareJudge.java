package dk.genvej.demo.gateway;

import static dk.genvej.demo.gateway.ReportJudge.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Judges what is granted and done: plans, deliveries, contacts and results. */
final class CareJudge {

  private static final String PROFILES = "http://fhir.kl.dk/gateway/StructureDefinition/";
  private static final String FSIII = "urn:oid:1.2.208.176.2.21";
  private static final String LOCAL =
      "http://fhir.kl.dk/gateway/CodeSystem/LocallyDefinedInterventions";
  private static final String FOLLOW_UP = "9f03dfbb-7a97-45a5-94db-d4c3501714a9";
  private static final Set<String> MODES =
      Set.of(
          "HH",
          "AMB",
          "1b55a4b0-1156-4f58-b2df-b5c6014d9048",
          "124be95d-6924-4609-9d2a-e7c73ae3ab3d");

  private final boolean afterTransition;
  private final Codings codings;

  CareJudge(boolean afterTransition, Codings codings) {
    this.afterTransition = afterTransition;
    this.codings = codings;
  }

  void judge(List<Issue> issues, JsonNode one) {
    switch (ReportJudge.type(one)) {
      case "CarePlan" -> plan(issues, one);
      case "Procedure" -> delivered(issues, one);
      case "Encounter" -> contact(issues, one);
      default -> result(issues, one);
    }
  }

  private void plan(List<Issue> issues, JsonNode one) {
    var detail = one.at("/activity/0/detail");
    require(
        issues,
        one.path("activity").size() == 1 && one.path("intent").asText().equals("plan"),
        "a plan of one activity");
    require(
        issues,
        Set.of("active", "on-hold", "completed", "revoked", "entered-in-error")
                .contains(one.path("status").asText())
            && Set.of("not-started", "in-progress", "completed", "unknown")
                .contains(detail.path("status").asText()),
        "a status of plan and activity");
    period(issues, one.path("period"));
    intervention(issues, detail.at("/code/coding"));
    for (var extension : detail.path("extension")) {
      require(
          issues,
          extension.path("url").asText().equals(PROFILES + "DeliveryType")
              && codings
                  .codes()
                  .has("delivery", extension.at("/valueCodeableConcept/coding/0/code").asText()),
          "a delivery type of KL's");
    }
    detail
        .fieldNames()
        .forEachRemaining(
            name ->
                require(
                    issues,
                    Set.of("extension", "code", "reasonReference", "status").contains(name),
                    "CarePlan.activity.detail." + name + " is not allowed"));
  }

  private void delivered(List<Issue> issues, JsonNode one) {
    require(
        issues,
        Set.of("completed", "entered-in-error").contains(one.path("status").asText())
            && one.has("performedDateTime"),
        "completed at a time");
    intervention(issues, one.at("/code/coding"));
  }

  private void contact(List<Issue> issues, JsonNode one) {
    var delivery =
        afterTransition
            ? "4530b499-d74b-4d2e-9df9-247047fb231d"
            : "784275f1-6822-4a88-b361-d958007d5253";
    require(
        issues,
        one.path("type").size() == 1
            && Set.of(FOLLOW_UP, delivery).contains(one.at("/type/0/coding/0/code").asText()),
        "a type of encounter");
    require(issues, MODES.contains(one.at("/class/code").asText()), "a class of encounter");
    require(
        issues,
        Set.of("planned", "finished", "cancelled", "entered-in-error")
            .contains(one.path("status").asText()),
        "a status of encounter");
    period(issues, one.path("period"));
    require(
        issues,
        !one.at("/type/0/coding/0/code").asText().equals(FOLLOW_UP)
            || !one.path("reasonReference").isEmpty(),
        "a follow-up points at a condition");
  }

  private void result(List<Issue> issues, JsonNode one) {
    require(
        issues,
        Set.of("final", "entered-in-error").contains(one.path("status").asText())
            && one.has("effectiveDateTime"),
        "gateway-care-follow-up-1: final, at a time");
    Codings.fixed(issues, one.at("/code/coding/0/code"), "712744002");
    codings.fsiii(issues, one.at("/valueCodeableConcept/coding"), "result");
    require(issues, !one.path("focus").isEmpty(), "focus is missing");
  }

  private void intervention(List<Issue> issues, JsonNode all) {
    var level2 = of(all, FSIII);
    var level3 = of(all, LOCAL);
    require(
        issues,
        level2.size() == 1 && level3.size() <= 1 && all.size() == level2.size() + level3.size(),
        "one code of level 2 and at most one of level 3");
    level2.forEach(one -> codings.fsiii(issues, one, "intervention"));
    level3.forEach(
        one ->
            require(
                issues,
                !one.path("code").asText().isBlank() && !one.path("display").asText().isBlank(),
                "level 3 has code and display"));
  }

  private static List<JsonNode> of(JsonNode all, String system) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.path("system").asText().equals(system))
        .toList();
  }

  private static void period(List<Issue> issues, JsonNode period) {
    var start = period.path("start").asText();
    var end = period.path("end").asText();
    require(issues, !start.isEmpty(), "period.start is missing");
    require(
        issues,
        end.isEmpty()
            || start.length() < 10
            || end.substring(0, 10).compareTo(start.substring(0, 10)) >= 0,
        "period.end lies before its start");
  }
}
