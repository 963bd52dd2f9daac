package dk.genvej.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every operation of the contract, for tests that must not forget one. */
public final class Operations {

  private static final List<String> METHODS = List.of("get", "post", "put");

  private Operations() {}

  /**
   * @param example a request body from the contract, or null
   */
  public record Operation(
      String id, String method, String path, Set<Role> roles, boolean writes, JsonNode example) {

    @Override
    public String toString() {
      return id;
    }
  }

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
        example(operation));
  }

  private static JsonNode example(JsonNode operation) {
    var examples = operation.at("/requestBody/content/application~1json/examples");
    return examples.isEmpty() ? null : examples.iterator().next().get("value");
  }

  private static JsonNode read() {
    try (var in = Operations.class.getResourceAsStream("/openapi/genvej.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
