package dk.genvej.conformance;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded course of events: what the client is told to do, what it then sends and hears, and how
 * it must stand in the end.
 */
record Recording(String name, String about, List<JsonNode> steps) {

  private static final ObjectMapper MAPPER = ObjectMapper.getDefault();

  static Recording read(Path file) throws IOException {
    var root = json(Files.readAllBytes(file));
    var steps = new ArrayList<JsonNode>();
    root.get("steps").values().forEach(steps::add);
    var name = file.getFileName().toString().replace(".json", "");
    return new Recording(name, root.get("about").getStringValue(), steps);
  }

  static List<Recording> all(Path folder) throws IOException {
    var all = new ArrayList<Recording>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        all.add(read(file));
      }
    }
    return all;
  }

  static JsonNode json(byte[] bytes) throws IOException {
    var node = MAPPER.readValue(bytes, JsonNode.class);
    if (node == null) {
      throw new IOException("no JSON");
    }
    return node;
  }

  static byte[] bytes(JsonNode node) throws IOException {
    return MAPPER.writeValueAsBytes(node);
  }
}
