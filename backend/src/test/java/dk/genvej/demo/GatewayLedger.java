package dk.genvej.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.demo.gateway.Received;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the gateway knows by the reports it took: of each resource the form that was updated last,
 * as a line. The id book says which record each is of, and nothing else of it.
 *
 * @param idBook kind and record by resource id, such as {@code GRANT} and its id
 */
record GatewayLedger(Map<String, String> idBook) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTHING = "-";

  /** Sorted. */
  List<String> lines(List<Received> received) {
    var latest = new LinkedHashMap<String, JsonNode>();
    for (var one : received) {
      for (var entry : json(one.report()).path("entry")) {
        var resource = entry.path("resource");
        latest.merge(resource.path("id").asText(), resource, GatewayLedger::later);
      }
    }
    return latest.values().stream().map(this::line).sorted().toList();
  }

  private static JsonNode later(JsonNode one, JsonNode other) {
    return updated(other).isBefore(updated(one)) ? one : other;
  }

  private static Instant updated(JsonNode resource) {
    return OffsetDateTime.parse(resource.at("/meta/lastUpdated").asText()).toInstant();
  }

  private String line(JsonNode one) {
    var kind = one.path("resourceType").asText();
    var told =
        switch (kind) {
          case "Patient" ->
              List.of(
                  one.path("active").asBoolean() ? "active" : "inactive",
                  book(one.path("id")),
                  text(one, "/deceasedBoolean"),
                  text(one, "/managingOrganization/identifier/value"));
          case "Condition" ->
              List.of(
                  status(one, "/verificationStatus/coding/0/code", "/clinicalStatus/coding/0/code"),
                  who(one),
                  text(one, "/code/coding/0/code"),
                  text(one, "/severity/coding/0/code"),
                  text(one, "/category/0/coding/0/code"),
                  text(one, "/recordedDate"));
          case "Goal" ->
              List.of(
                  text(one, "/lifecycleStatus"),
                  who(one),
                  text(one, "/target/0/detailCodeableConcept/coding/0/code"),
                  text(one, "/startDate"),
                  records(one.path("addresses")));
          case "CarePlan" -> plan(one);
          case "Encounter" ->
              List.of(
                  text(one, "/status"),
                  who(one),
                  text(one, "/class/code"),
                  text(one, "/type/0/coding/0/code"),
                  moment(text(one, "/period/start")),
                  moment(text(one, "/period/end")),
                  records(one.path("reasonReference")),
                  records(one.path("extension").findValues("valueReference")));
          case "Observation" ->
              List.of(
                  text(one, "/status"),
                  who(one),
                  text(one, "/valueCodeableConcept/coding/0/code"),
                  text(one, "/effectiveDateTime"),
                  records(one.path("focus")));
          case "Procedure" ->
              List.of(
                  text(one, "/status"),
                  who(one),
                  codes(one.at("/code/coding")),
                  moment(text(one, "/performedDateTime")),
                  records(one.path("reasonReference")));
          default -> throw new AssertionError(kind);
        };
    return kind + " " + String.join(" ", told);
  }

  private List<String> plan(JsonNode one) {
    var detail = one.at("/activity/0/detail");
    return List.of(
        text(one, "/status"),
        who(one),
        codes(detail.at("/code/coding")),
        text(detail, "/extension/0/valueCodeableConcept/coding/0/code"),
        text(detail, "/status"),
        text(one, "/period/start"),
        text(one, "/period/end"),
        records(detail.path("reasonReference")));
  }

  private static String status(JsonNode one, String first, String otherwise) {
    return one.at(first).isMissingNode() ? text(one, otherwise) : text(one, first);
  }

  /** Its record, and whose it is. */
  private String who(JsonNode one) {
    return book(one.path("id")) + " " + record(one.path("subject"));
  }

  private String book(JsonNode id) {
    return Objects.requireNonNull(idBook.get(id.asText()), "not in the id book");
  }

  /** The record alone of what is referred to. */
  private String record(JsonNode reference) {
    var address = reference.path("reference").asText();
    var record = Objects.requireNonNull(idBook.get(address.split("/")[1]), address);
    return record.substring(record.indexOf(' ') + 1);
  }

  private String records(Iterable<JsonNode> references) {
    return orNothing(
        StreamSupport.stream(references.spliterator(), false).map(this::record).sorted());
  }

  private static String codes(JsonNode codings) {
    return orNothing(
        StreamSupport.stream(codings.spliterator(), false).map(one -> one.path("code").asText()));
  }

  private static String orNothing(Stream<String> parts) {
    var joined = parts.collect(Collectors.joining(","));
    return joined.isEmpty() ? NOTHING : joined;
  }

  /** A day as it is, a time as an instant. */
  private static String moment(String text) {
    return text.contains("T") ? OffsetDateTime.parse(text).toInstant().toString() : text;
  }

  private static String text(JsonNode one, String at) {
    var found = one.at(at).asText();
    return found.isEmpty() ? NOTHING : found;
  }

  private static JsonNode json(String report) {
    try {
      return JSON.readTree(report);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(report, broken);
    }
  }
}
