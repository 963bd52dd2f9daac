package dk.genvej.tracking.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A report as a person can read it: one line for each element, in the order it is sent. Nothing is
 * left out, as each line ends with the element's own JSON.
 */
public final class ReportLines {

  private static final io.micronaut.serde.ObjectMapper SERDE =
      io.micronaut.serde.ObjectMapper.getDefault();
  private static final ObjectMapper TREE = new ObjectMapper();

  /** Elements that hold elements of their own, each of which has its line. */
  private static final Set<String> BACKBONE = Set.of("target", "activity", "detail");

  private ReportLines() {}

  public static String json(Object what) {
    try {
      return SERDE.writeValueAsString(what);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return SERDE.readValue(json, type);
    } catch (IOException malformed) {
      throw new AssertionError(json, malformed);
    }
  }

  public static JsonNode tree(Object what) {
    try {
      return TREE.readTree(json(what));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public static List<String> of(DeliveryReport report) {
    var lines = new ArrayList<String>();
    var bundle = tree(report);
    var head = bundle.deepCopy();
    ((ObjectNode) head).remove("entry");
    lines.add(head.toString());
    for (var entry : bundle.get("entry")) {
      var resource = entry.get("resource");
      lines.add("# " + named(entry.get("fullUrl").asText(), resource));
      elements(lines, resource.get("resourceType").asText(), resource);
    }
    return List.copyOf(lines);
  }

  /** The address holds type and id, so they need no lines of their own. */
  private static String named(String fullUrl, JsonNode resource) {
    var type = resource.get("resourceType").asText();
    assertThat(fullUrl).endsWith("/" + type + "/" + resource.get("id").asText());
    return fullUrl;
  }

  private static void elements(List<String> lines, String path, JsonNode parent) {
    for (var part : parent.properties()) {
      var name = part.getKey();
      if (name.equals("resourceType") || name.equals("id")) {
        continue;
      }
      for (var one : part.getValue().isArray() ? part.getValue() : List.of(part.getValue())) {
        if (BACKBONE.contains(name)) {
          elements(lines, path + "." + name, one);
        } else {
          lines.add(path + "." + name + " " + one);
        }
      }
    }
  }
}
