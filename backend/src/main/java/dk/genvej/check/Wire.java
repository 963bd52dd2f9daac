package dk.genvej.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.client.Transport;
import dk.genvej.client.Transport.Call;
import dk.genvej.client.Transport.Reply;
import dk.genvej.shared.Ids;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests by hand, for what no well-behaved client sends. */
final class Wire {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Transport transport;

  Wire(Transport transport) {
    this.transport = transport;
  }

  /** Registers a device and answers its id. */
  UUID device() throws IOException {
    var device = Ids.next();
    var draft = Map.of("id", device.toString(), "name", "Tavle", "clientVersion", "1.2.0");
    require(online("/devices", Ids.next(), draft), 201);
    return device;
  }

  /** A write outside any queue. */
  Reply online(String path, UUID mutation, Object body) throws IOException {
    return transport.send(new Call(path, Map.of("Mutation-Id", mutation.toString()), bytes(body)));
  }

  Reply push(byte[] body) throws IOException {
    return transport.send(new Call("/sync/push", Map.of(), body));
  }

  static byte[] pushBody(UUID device, List<Map<String, Object>> mutations) {
    var body = new LinkedHashMap<String, Object>();
    body.put("device", device.toString());
    body.put("clientVersion", "1.2.0");
    body.put("mutations", mutations);
    return bytes(body);
  }

  static Map<String, Object> note(UUID mutation, Scene scene, UUID note, String text) {
    var one = new LinkedHashMap<String, Object>();
    one.put("id", mutation.toString());
    one.put("operation", "addNote");
    one.put("path", Map.of("courseId", scene.course().toString()));
    one.put("recordedAt", SystemTime.machine().toString());
    one.put("body", noteBody(note, text));
    return one;
  }

  static Map<String, Object> noteBody(UUID note, String text) {
    return Map.of("id", note.toString(), "text", text, "happenedAt", "2025-02-11T09:10:00Z");
  }

  static JsonNode json(Reply reply) throws IOException {
    return JSON.readTree(reply.body());
  }

  static Reply require(Reply reply, int status) throws IOException {
    if (reply.status() != status) {
      throw new IOException(
          reply.status() + " " + new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return reply;
  }

  private static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (IOException impossible) {
      throw new IllegalStateException("maps and texts are JSON", impossible);
    }
  }
}
