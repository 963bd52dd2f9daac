package dk.genvej.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Plays one recording. A driver of the client asks at {@code /control/next} what to do; what the
 * client then sends is held against the recording and answered from it.
 */
final class Player implements AutoCloseable {

  private static final String API = "/api/v1";

  private final Recording recording;
  private final HttpServer server;
  private final Map<String, JsonNode> sent = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private @Nullable JsonNode lastPull;
  private @Nullable JsonNode lastPush;
  private @Nullable JsonNode lastEpoch;
  private int next;

  private Player(Recording recording, HttpServer server) {
    this.recording = recording;
    this.server = server;
  }

  static Player start(Recording recording, int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var player = new Player(recording, HttpServer.create(address, 0));
    player.server.createContext("/control/next", player::control);
    player.server.createContext(API, player::answer);
    player.server.start();
    return player;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What the client did wrong; none when it kept to the protocol to the end. */
  synchronized List<String> faults() {
    if (next < recording.steps().size() && faults.isEmpty()) {
      faults.add("the client stopped before step " + (next + 1) + " " + step());
    }
    return List.copyOf(faults);
  }

  private JsonNode step() {
    return recording.steps().get(next);
  }

  /** The next instruction; none when the client owes a request, or all is done. */
  private synchronized void control(HttpExchange exchange) throws IOException {
    if (!faults.isEmpty() || next >= recording.steps().size()) {
      exchange.sendResponseHeaders(204, -1);
    } else if (step().get("do") == null) {
      faults.add("the client asks what to do, and was to send " + step());
      exchange.sendResponseHeaders(204, -1);
    } else {
      send(exchange, 200, Recording.bytes(step()));
      next++;
    }
    exchange.close();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring(API.length());
    var body = exchange.getRequestBody().readAllBytes();
    if (next >= recording.steps().size() || step().get("expect") == null) {
      fail(exchange, "the client sends " + path + ", and was to do nothing");
      return;
    }
    var step = step();
    judge(step, path, body);
    next++;
    if (!faults.isEmpty()) {
      fail(exchange, faults.getLast());
    } else if (step.get("answer") == null) {
      // Cut off: the client hears nothing.
      exchange.close();
    } else {
      reply(exchange, path, step.get("answer"));
    }
  }

  private void judge(JsonNode step, String path, byte[] body) throws IOException {
    var expected = step.get("expect").getStringValue();
    if (!path.matches(expected.replace("*", "[^/]+"))) {
      faults.add("the client sends " + path + ", and was to send " + expected);
      return;
    }
    var request = Recording.json(body);
    if (path.equals("/sync/push")) {
      judgePush(step, request);
    }
    if (path.equals("/sync/pull")) {
      same("cursor", request, lastPull);
      equal("epoch", request.get("epoch"), lastEpoch);
      if (lastPush != null) {
        equal("acknowledged", request.get("acknowledged"), lastPush.get("receipt"));
      }
    }
  }

  private void judgePush(JsonNode step, JsonNode request) {
    var names = new ArrayList<String>();
    step.get("mutations").values().forEach(name -> names.add(name.getStringValue()));
    var mutations = new ArrayList<JsonNode>();
    request.get("mutations").values().forEach(mutations::add);
    if (names.size() != mutations.size()) {
      faults.add("the client pushes " + mutations.size() + " mutations instead of " + names);
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      var before = sent.putIfAbsent(names.get(i), mutations.get(i));
      if (before != null) {
        equal(names.get(i) + ", sent again,", mutations.get(i), before);
      } else {
        judgeFirst(names.get(i), mutations.get(i));
      }
    }
  }

  /** As the driver was told to record it. */
  private void judgeFirst(String name, JsonNode mutation) {
    for (var step : recording.steps()) {
      var as = step.get("as");
      if (as != null && as.getStringValue().equals(name)) {
        equal("operation of " + name, mutation.get("operation"), step.get("operation"));
        equal("path of " + name, mutation.get("path"), step.get("path"));
        equal("body of " + name, mutation.get("body"), step.get("body"));
      }
    }
  }

  private void same(String property, JsonNode request, @Nullable JsonNode heard) {
    equal(property, request.get(property), heard == null ? null : heard.get(property));
  }

  private void equal(String what, @Nullable JsonNode found, @Nullable JsonNode expected) {
    if (!Objects.equals(found, expected)) {
      faults.add(what + " is " + found + " instead of " + expected);
    }
  }

  private void reply(HttpExchange exchange, String path, JsonNode answer) throws IOException {
    var text = new String(Recording.bytes(answer.get("body")), StandardCharsets.UTF_8);
    for (var one : sent.entrySet()) {
      text = text.replace("{" + one.getKey() + "}", one.getValue().get("id").getStringValue());
    }
    var body = text.getBytes(StandardCharsets.UTF_8);
    int status = answer.get("status").getIntValue();
    if (status == 200 && path.equals("/sync/pull")) {
      lastPull = Recording.json(body);
      lastEpoch = lastPull.get("epoch");
    }
    if (status == 200 && path.equals("/sync/push")) {
      lastPush = Recording.json(body);
      lastEpoch = lastPush.get("epoch");
    }
    send(exchange, status, body);
    exchange.close();
  }

  private static void fail(HttpExchange exchange, String why) throws IOException {
    send(exchange, 418, why.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
