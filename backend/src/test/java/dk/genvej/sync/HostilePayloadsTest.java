package dk.genvej.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.shared.Ids;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * S15: whatever is done to a body that would have landed, the answer is a 4xx, or that of the one
 * item of a queue, and nothing is written. The seed decides what is done.
 */
class HostilePayloadsTest {

  private static final long SEED = 20_250_211;
  private static final int ROUNDS = 12;
  private static final String MORNING = "2025-02-20T09:10:00+01:00";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TABLES =
      List.of(
          "note",
          "visit",
          "score",
          "device",
          "mutation",
          "kept_mutation",
          "event",
          "change_log",
          "record_version",
          "device_holding",
          "notification");

  private final World world = new World().on("2025-02-20", "12:05");
  private final UUID course = CourseFixture.aCourse(world).make().courseId();
  private final Outbox tablet = Outbox.of(world, world.anna);
  private final String token = TestServer.running().issuer().token(world.anna);
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * A request that would land.
   *
   * @param text a property of its body that takes free text
   */
  private record Sound(String path, String text, ObjectNode body) {}

  private List<Sound> requests() {
    return List.of(
        new Sound("/courses/" + course + "/notes", "text", note()),
        new Sound("/courses/" + course + "/visits/held", "note", visit()),
        new Sound("/courses/" + course + "/scores", "instrument", scores()),
        new Sound("/devices", "name", device()),
        new Sound("/sync/push", "clientVersion", push(note())),
        new Sound("/sync/pull", "clientVersion", pull()));
  }

  @Test
  void theRequestsThatAreBrokenHereWouldLand() throws Exception {
    for (var sound : requests()) {
      var answer = send(sound.path, JSON.writeValueAsBytes(sound.body), false);
      assertThat(answer.statusCode()).as(sound.path + answer.body()).isBetween(200, 299);
    }
  }

  @Test
  void aThousandHostileBodiesAreAllRefusedAndNothingIsWritten() throws Exception {
    var random = new Random(SEED);
    var before = counts();
    var sent = new EnumMap<Hostility, Integer>(Hostility.class);
    for (int round = 0; round < ROUNDS; round++) {
      for (var how : Hostility.values()) {
        for (var sound : requests()) {
          refused(how, sound.path, how.of(sound.body, sound.text, random), how.packed());
          sent.merge(how, 1, Integer::sum);
        }
        if (how != Hostility.NOT_UTF8) {
          refusedAsAnItem(how, random);
          sent.merge(how, 1, Integer::sum);
        }
      }
    }

    assertThat(sent.values().stream().mapToInt(Integer::intValue).sum())
        .as("seed " + SEED + ": " + sent)
        .isGreaterThanOrEqualTo(1_000);
    assertThat(counts()).isEqualTo(before);
  }

  private void refused(Hostility how, String path, byte[] body, boolean packed)
      throws IOException, InterruptedException {
    var answer = send(path, body, packed);
    assertThat(answer.statusCode())
        .as(() -> how + " " + path + " " + shortened(body) + " -> " + answer.body())
        .isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("Exception", "select ", "dk.genvej");
  }

  /** The hostile body inside a queue: the queue is refused, or the item is. */
  private void refusedAsAnItem(Hostility how, Random random)
      throws IOException, InterruptedException {
    var hostile =
        new String(how.of(note(), "text", random), java.nio.charset.StandardCharsets.UTF_8);
    var queue = push(note());
    ((ObjectNode) queue.at("/mutations/0")).put("body", "\u0001");
    var body = queue.toString().replace("\"\\u0001\"", hostile).getBytes();
    var answer = send("/sync/push", body, false);
    if (answer.statusCode() == 200) {
      for (JsonNode result : JSON.readTree(answer.body()).get("results")) {
        assertThat(result.get("status").asInt())
            .as(() -> how + " " + shortened(body) + " -> " + answer.body())
            .isBetween(400, 499);
      }
    } else {
      assertThat(answer.statusCode()).as(how + answer.body()).isBetween(400, 499);
    }
  }

  @Test
  void forgedAuthorsAndHeadersAreRefusedOrCountForNothing() throws Exception {
    var before = counts();
    var headers =
        List.of(
            Map.of("Mutation-Id", "x"),
            Map.of("Mutation-Id", ""),
            Map.of("Mutation-Id", Ids.next() + "0"),
            Map.of("Mutation-Id", Ids.next().toString(), "Device-Id", "1 or 1=1"),
            Map.of("Mutation-Id", Ids.next().toString(), "Recorded-At", "yesterday"),
            Map.of("Mutation-Id", Ids.next().toString(), "Recorded-At", "2025-02-30T00:00:00Z"));
    for (var some : headers) {
      assertThat(
              send("/courses/" + course + "/notes", note().toString().getBytes(), some)
                  .statusCode())
          .as(some.toString())
          .isBetween(400, 499);
    }
    for (var path :
        List.of("/courses/x/notes", "/courses/..%2f/notes", "/courses/" + Ids.next() + "/notes")) {
      assertThat(send(path, note().toString().getBytes(), false).statusCode()).isBetween(400, 499);
    }
    assertThat(counts()).isEqualTo(before);
  }

  private static String shortened(byte[] body) {
    var text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  private List<String> counts() {
    return TABLES.stream()
        .map(
            table ->
                table
                    + " "
                    + world.value("select count(*) from " + table + " where municipality_id = :m"))
        .toList();
  }

  private HttpResponse<String> send(String path, byte[] body, boolean packed)
      throws IOException, InterruptedException {
    Map<String, String> headers = new java.util.HashMap<>();
    headers.put("Mutation-Id", Ids.next().toString());
    if (packed) {
      headers.put("Content-Encoding", "gzip");
    }
    return send(path, body, headers);
  }

  private HttpResponse<String> send(String path, byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(TestServer.running().url() + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  // ---- sound bodies

  private static ObjectNode note() {
    return JSON.createObjectNode()
        .put("id", Ids.next().toString())
        .put("text", "Gik til postkassen")
        .put("happenedAt", MORNING);
  }

  /** Only what a visit must have, and a note for the text. */
  private static ObjectNode visit() {
    return JSON.createObjectNode()
        .put("id", Ids.next().toString())
        .put("heldAt", MORNING)
        .put("minutes", 45)
        .put("contactType", "HOME");
  }

  private static ObjectNode scores() {
    var scores =
        JSON.createObjectNode()
            .put("id", Ids.next().toString())
            .put("instrument", "PSFS")
            .put("instrumentVersion", "1")
            .put("phase", "BASELINE")
            .put("scorer", "CITIZEN")
            .put("scoredOn", "2025-02-20");
    scores
        .putArray("items")
        .addObject()
        .put("activity", "Trappe")
        .put("scale", "TOTAL")
        .put("value", 3);
    return scores;
  }

  private static ObjectNode device() {
    return JSON.createObjectNode()
        .put("id", Ids.next().toString())
        .put("name", "Tavle")
        .put("clientVersion", "1.0.0");
  }

  private ObjectNode push(ObjectNode note) {
    var push =
        JSON.createObjectNode().put("device", tablet.id.toString()).put("clientVersion", "1.0.0");
    var item =
        push.putArray("mutations")
            .addObject()
            .put("id", Ids.next().toString())
            .put("operation", "addNote")
            .put("recordedAt", MORNING);
    item.putObject("path").put("courseId", course.toString());
    item.set("body", note);
    return push;
  }

  private ObjectNode pull() {
    return JSON.createObjectNode()
        .put("device", tablet.id.toString())
        .put("clientVersion", "1.0.0");
  }
}
