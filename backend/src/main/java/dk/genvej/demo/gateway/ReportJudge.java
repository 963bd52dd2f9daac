package dk.genvej.demo.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a bundle as the gateway does: what its profiles say, and what the guide says only in
 * words. It remembers when each resource last changed, to know what is news in a report.
 */
final class ReportJudge {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
  private static final String PROFILES = "http://fhir.kl.dk/gateway/StructureDefinition/";
  private static final Set<String> HEAD =
      Set.of("resourceType", "id", "meta", "type", "timestamp", "entry");

  private final GatewayCodes codes = new GatewayCodes();
  private final ResourceJudge resources;
  private final Map<String, Instant> lastUpdated = new HashMap<>();

  ReportJudge(boolean afterTransition) {
    this.resources = new ResourceJudge(afterTransition, codes);
  }

  /**
   * @param id the one of the address it was put to
   */
  List<Issue> judge(String id, JsonNode bundle) {
    var issues = new ArrayList<Issue>();
    head(issues, id, bundle);
    var byAddress = new HashMap<String, JsonNode>();
    for (var entry : bundle.path("entry")) {
      entry(issues, entry, byAddress);
    }
    if (count(byAddress, "Patient") != 1) {
      issues.add(Issue.error("a report has exactly one citizen"));
    }
    byAddress.values().forEach(one -> resources.judge(issues, one, byAddress));
    goals(issues, byAddress);
    oneDay(issues, bundle, byAddress);
    return issues;
  }

  /** What was taken is known from now on. */
  void remember(JsonNode bundle) {
    for (var entry : bundle.path("entry")) {
      var resource = entry.path("resource");
      time(resource.at("/meta/lastUpdated").asText())
          .ifPresent(
              at -> lastUpdated.merge(address(resource), at, (a, b) -> a.isAfter(b) ? a : b));
    }
  }

  private void head(List<Issue> issues, String id, JsonNode bundle) {
    require(issues, bundle.path("resourceType").asText().equals("Bundle"), "not a bundle");
    require(issues, bundle.path("id").asText().equals(id), "id is not that of the address");
    require(issues, id.matches(UUID), "the id of a bundle is a UUID");
    require(issues, bundle.path("type").asText().equals("collection"), "type is collection");
    require(issues, time(bundle.path("timestamp").asText()).isPresent(), "timestamp is missing");
    require(
        issues,
        bundle.at("/meta/profile/0").asText().equals(PROFILES + "klgateway-care-delivery-report"),
        "the profile of the report is missing");
    bundle
        .fieldNames()
        .forEachRemaining(
            name -> require(issues, HEAD.contains(name), "Bundle." + name + " is not allowed"));
  }

  private void entry(List<Issue> issues, JsonNode entry, Map<String, JsonNode> byAddress) {
    var resource = entry.path("resource");
    require(
        issues,
        entry.size() == 2 && entry.path("fullUrl").asText().endsWith("/" + address(resource)),
        "an entry has a fullUrl that ends with type and id, a resource, and nothing else");
    require(issues, resource.path("id").asText().matches(UUID), "a resource id is a UUID");
    require(
        issues,
        byAddress.put(address(resource), resource) == null,
        address(resource) + " is there twice");
  }

  private static void goals(List<Issue> issues, Map<String, JsonNode> byAddress) {
    var seen = new HashSet<String>();
    byAddress.values().stream()
        .filter(one -> type(one).equals("Goal"))
        .filter(one -> one.path("lifecycleStatus").asText().equals("active"))
        .forEach(
            goal ->
                require(
                    issues,
                    seen.add(goal.at("/addresses/0/reference").asText()),
                    "only one goal for a home care condition at a given time"));
  }

  /** A report covers one day at most: all that is news in it changed on one day. */
  private void oneDay(List<Issue> issues, JsonNode bundle, Map<String, JsonNode> byAddress) {
    var days = new HashSet<LocalDate>();
    var made = time(bundle.path("timestamp").asText()).orElse(Instant.MAX);
    byAddress.forEach(
        (address, resource) -> {
          var at = time(resource.at("/meta/lastUpdated").asText());
          require(issues, at.isPresent(), address + " has no lastUpdated");
          at.ifPresent(
              changed -> {
                require(issues, !changed.isAfter(made), address + " changed after the report");
                if (changed.isAfter(lastUpdated.getOrDefault(address, Instant.MIN))) {
                  days.add(changed.atZone(DENMARK).toLocalDate());
                }
              });
        });
    require(issues, days.size() <= 1, "a report covers no more than one day");
  }

  /** An intervention that its list does not have. */
  void knows(String intervention, String title) {
    codes.add("intervention", intervention, title);
  }

  static String type(JsonNode resource) {
    return resource.path("resourceType").asText();
  }

  static String address(JsonNode resource) {
    return type(resource) + "/" + resource.path("id").asText();
  }

  private static long count(Map<String, JsonNode> byAddress, String type) {
    return byAddress.values().stream().filter(one -> type(one).equals(type)).count();
  }

  static void require(List<Issue> issues, boolean holds, String otherwise) {
    if (!holds) {
      issues.add(Issue.error(otherwise));
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty(); // No time: the rule that needs one says so.
    }
  }
}
