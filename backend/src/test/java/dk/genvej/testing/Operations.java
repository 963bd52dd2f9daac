package dk.genvej.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every operation of the contract, for tests that must not forget one. */
public final class Operations {

  private static final List<String> METHODS = List.of("get", "post", "put");

  private Operations() {}

  /**
   * @param requests example bodies by case
   * @param answers example answers
   */
  public record Operation(
      String id,
      String method,
      String path,
      Set<Role> roles,
      boolean writes,
      Map<String, JsonNode> requests,
      List<Answered> answers) {

    /** A request body from the contract, or null. */
    public JsonNode example() {
      return requests.isEmpty() ? null : requests.values().iterator().next();
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** An answer as the contract shows it. */
  public record Answered(int status, String mediaType, String name, JsonNode body) {}

  public static List<Operation> all() {
    var bundle = read();
    var all = new ArrayList<Operation>();
    bundle
        .get("paths")
        .properties()
        .forEach(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .forEach(m -> all.add(operation(m, path.getKey(), path.getValue().get(m)))));
    return all;
  }

  private static Operation operation(String method, String path, JsonNode operation) {
    var roles = EnumSet.noneOf(Role.class);
    operation.get("x-roles").forEach(role -> roles.add(Role.valueOf(role.asText())));
    return new Operation(
        operation.get("operationId").asText(),
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        roles,
        operation.get("x-access").asText().equals("WRITE"),
        examples(operation.at("/requestBody/content/application~1json")),
        answers(operation.get("responses")));
  }

  private static Map<String, JsonNode> examples(JsonNode content) {
    var examples = new LinkedHashMap<String, JsonNode>();
    content
        .path("examples")
        .properties()
        .forEach(one -> examples.put(one.getKey(), one.getValue().get("value")));
    return examples;
  }

  private static List<Answered> answers(JsonNode responses) {
    var answers = new ArrayList<Answered>();
    for (var response : responses.properties()) {
      for (var content : response.getValue().path("content").properties()) {
        examples(content.getValue())
            .forEach(
                (name, body) ->
                    answers.add(
                        new Answered(
                            Integer.parseInt(response.getKey()), content.getKey(), name, body)));
      }
    }
    return answers;
  }

  private static JsonNode read() {
    try (var in = Operations.class.getResourceAsStream("/openapi/genvej.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
