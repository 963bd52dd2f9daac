package dk.genvej.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import dk.genvej.shared.Role;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The OpenAPI bundle as the server enforces it: which roles may call an operation, and what a body
 * must look like. One source for the served page, the generated interfaces and these checks.
 */
@Singleton
public class Contract {

  private static final String BUNDLE = "/openapi/genvej.json";
  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

  private final JsonNode bundle;
  private final Map<String, Set<Role>> rolesByOperation;
  private final Set<String> writes;
  private final JsonSchemaFactory factory;
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  Contract() {
    bundle = read();
    rolesByOperation = roles();
    writes = writes();
    factory =
        JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4))
            .metaSchema(OpenApi30.getInstance())
            .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
            .build();
  }

  /** Empty for an operation the contract does not know: such a route answers nobody. */
  public Optional<Set<Role>> rolesOf(String operationId) {
    return Optional.ofNullable(rolesByOperation.get(operationId));
  }

  /** Whether the operation changes anything; a search that is a POST does not. */
  public boolean writes(String operationId) {
    return writes.contains(operationId);
  }

  /** Everything about the body that breaks the named schema; empty when it holds. */
  List<Violation> judge(String schema, JsonNode body) {
    return schemas.computeIfAbsent(schema, this::compile).validate(body).stream()
        .map(
            m ->
                new Violation(
                    m.getInstanceLocation().toString()
                        + (m.getProperty() == null ? "" : "/" + m.getProperty()),
                    m.getType(),
                    words(m.getMessage())))
        .toList();
  }

  /** The library puts the place in front of the words; it stands in the pointer already. */
  private static String words(String message) {
    return message.replaceFirst("^[^:]*: ", "");
  }

  private JsonSchema compile(String name) {
    var path = JsonPointer.compile("/components/schemas/" + name);
    if (bundle.at(path).isMissingNode()) {
      throw new IllegalArgumentException("the contract has no schema " + name);
    }
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    var holder = new ObjectMapper().createObjectNode();
    holder.put("$ref", "#/components/schemas/" + name);
    holder.set("components", bundle.get("components"));
    return factory.getSchema(holder, config);
  }

  private Map<String, Set<Role>> roles() {
    var found = new HashMap<String, Set<Role>>();
    for (var operation : operations()) {
      var roles = EnumSet.noneOf(Role.class);
      operation.path("x-roles").forEach(role -> roles.add(Role.valueOf(role.asText())));
      found.put(operation.get("operationId").asText(), roles);
    }
    return Map.copyOf(found);
  }

  private Set<String> writes() {
    return operations().stream()
        .filter(operation -> operation.path("x-access").asText().equals("WRITE"))
        .map(operation -> operation.get("operationId").asText())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<JsonNode> operations() {
    var found = new ArrayList<JsonNode>();
    for (var path : bundle.get("paths")) {
      METHODS.stream().map(path::get).filter(Objects::nonNull).forEach(found::add);
    }
    return found;
  }

  private static JsonNode read() {
    try (InputStream in = Contract.class.getResourceAsStream(BUNDLE)) {
      if (in == null) {
        throw new IllegalStateException("the contract is not on the class path: " + BUNDLE);
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the contract cannot be read: " + BUNDLE, unreadable);
    }
  }
}
