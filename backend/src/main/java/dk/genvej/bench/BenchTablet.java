package dk.genvej.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;

/** A registered tablet that pulls; its cursor goes back as it came. */
final class BenchTablet {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Caller caller;
  private final String id = UUID.randomUUID().toString();
  private String cursor = "";

  private BenchTablet(Caller caller) {
    this.caller = caller;
  }

  static BenchTablet register(Caller caller) {
    var tablet = new BenchTablet(caller);
    var device = JSON.createObjectNode().put("id", tablet.id).put("name", "Tavle");
    caller.write("api/v1/devices", device.put("clientVersion", "1.4.0").toString()).well();
    return tablet;
  }

  String id() {
    return id;
  }

  /** All the caseload in one page, whatever it holds already. */
  Caller.Reply first() {
    cursor = "";
    return news();
  }

  /** What is new since the last. */
  Caller.Reply news() {
    var body = JSON.createObjectNode().put("device", id).put("clientVersion", "1.4.0");
    if (!cursor.isEmpty()) {
      body.put("cursor", cursor);
    }
    var reply = caller.post("api/v1/sync/pull", body.toString()).well();
    cursor = read(reply).get("cursor").asText();
    return reply;
  }

  static JsonNode read(Caller.Reply reply) {
    try {
      return JSON.readTree(reply.text());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the server answers JSON", impossible);
    }
  }
}
