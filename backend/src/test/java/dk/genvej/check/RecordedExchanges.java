package dk.genvej.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.client.Transport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes down what a client is told to do, what it sends and what it hears. */
final class RecordedExchanges implements Transport {

  static final ObjectMapper JSON = new ObjectMapper();

  private final Transport server;
  private final Map<UUID, String> names = new LinkedHashMap<>();
  private final ArrayNode steps = JSON.createArrayNode();
  private boolean cutNext;
  private boolean withReference;

  RecordedExchanges(Transport server) {
    this.server = server;
  }

  void named(Intent intent, String name, Map<String, Object> path) {
    names.put(intent.mutation(), name);
    var step = steps.addObject().put("do", "record").put("as", name);
    step.put("operation", intent.kind().operation());
    step.set("path", JSON.valueToTree(path));
    step.set("body", JSON.valueToTree(intent.body()));
    if (intent.base() > 0) {
      step.put("baseVersion", intent.base());
    }
    intent
        .after()
        .forEach(before -> step.put("after", names.getOrDefault(before, before.toString())));
  }

  void sync() {
    steps.addObject().put("do", "sync");
  }

  /** Instruments and codes are shown once; they are long. */
  void withReference() {
    withReference = true;
  }

  void cutNext() {
    cutNext = true;
  }

  ObjectNode check() {
    return steps.addObject().put("do", "check");
  }

  @Override
  public Reply send(Call call) throws IOException {
    var step = steps.addObject();
    step.put("expect", call.path().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*"));
    if (call.path().equals("/sync/push")) {
      var mutations = step.putArray("mutations");
      JSON.readTree(call.body())
          .get("mutations")
          .forEach(one -> mutations.add(names.get(UUID.fromString(one.get("id").asText()))));
    }
    var reply = server.send(call);
    if (cutNext) {
      cutNext = false;
      throw new IOException("cut");
    }
    var answer = step.putObject("answer").put("status", reply.status());
    var body = JSON.readTree(reply.body());
    if (body.has("reference") && !withReference) {
      ((ObjectNode) body).remove("reference");
    }
    answer.set("body", body);
    return reply;
  }

  String text(String about) throws IOException {
    var root = JSON.createObjectNode().put("about", about);
    root.set("steps", steps);
    var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    for (var name : names.entrySet()) {
      text = text.replace(name.getKey().toString(), "{" + name.getValue() + "}");
    }
    return text + "\n";
  }

  /** What must be the same in every recording: steps, statuses, outcomes and codes. */
  static String shape(String text) throws IOException {
    var shape = new StringBuilder();
    for (var step : JSON.readTree(text).get("steps")) {
      shape.append(step.path("do").asText()).append(step.path("expect").asText());
      shape.append(step.path("mutations")).append(step.at("/answer/status"));
      step.at("/answer/body/results").forEach(result -> shape.append(outcome(result)));
      shape.append(step.at("/answer/body/code").asText());
      shape.append(step.at("/answer/body/wipe").isObject() ? " wipe" : "").append('\n');
    }
    return shape.toString();
  }

  private static String outcome(JsonNode result) {
    return result.get("outcome").asText() + result.at("/problem/code").asText() + " ";
  }
}
