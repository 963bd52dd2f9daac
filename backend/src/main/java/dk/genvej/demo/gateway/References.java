package dk.genvej.demo.gateway;

import static dk.genvej.demo.gateway.ReportJudge.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** References of a report: each resolves inside it, to what its profile allows. */
record References(Map<String, JsonNode> report) {

  void judge(List<Issue> issues, JsonNode one, boolean afterTransition) {
    var from = ReportJudge.address(one);
    if (!ReportJudge.type(one).equals("Patient")) {
      to(issues, from, one.path("subject"), Set.of("Patient"));
    }
    switch (ReportJudge.type(one)) {
      case "Goal" -> {
        require(issues, one.path("addresses").size() == 1, from + " addresses one condition");
        each(issues, from, one.path("addresses"), Set.of("Condition"));
      }
      case "CarePlan" ->
          each(issues, from, one.at("/activity/0/detail/reasonReference"), Set.of("Condition"));
      case "Procedure" -> each(issues, from, one.path("reasonReference"), Set.of("Condition"));
      case "Encounter" -> {
        each(issues, from, one.path("reasonReference"), Set.of("Condition"));
        one.path("extension")
            .forEach(
                extension ->
                    to(issues, from, extension.path("valueReference"), Set.of("CarePlan")));
      }
      case "Observation" ->
          each(
              issues,
              from,
              one.path("focus"),
              afterTransition ? Set.of("Condition") : Set.of("Condition", "CarePlan"));
      default -> {}
    }
  }

  private void each(List<Issue> issues, String from, JsonNode references, Set<String> types) {
    references.forEach(one -> to(issues, from, one, types));
  }

  private void to(List<Issue> issues, String from, JsonNode reference, Set<String> types) {
    var address = reference.path("reference").asText();
    require(issues, report.containsKey(address), from + " refers to what is not in the report");
    require(
        issues,
        types.contains(address.split("/", 2)[0]),
        from + " refers to a wrong kind of thing");
  }
}
