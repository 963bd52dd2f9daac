package dk.genvej.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.api.model.MutationPath;
import dk.genvej.client.Device;
import dk.genvej.client.HttpTransport;
import dk.genvej.client.SyncClient;
import dk.genvej.client.Write;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference client keeps to every recording; a driver for another client looks like this. */
class ConformanceTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path home;

  private final Map<String, UUID> recorded = new HashMap<>();

  static Stream<Recording> recordings() throws IOException {
    return Recording.all(Path.of("conformance")).stream();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void theReferenceClientKeepsTo(Recording recording) throws Exception {
    try (var player = Player.start(recording, 0)) {
      var server = URI.create("http://127.0.0.1:" + player.port());
      var transport = new HttpTransport(URI.create(server + "/api/v1"), () -> "a token", HTTP);
      var device = new Device(UUID.randomUUID(), "Tavle", "1.2.0");
      try (var client =
          SyncClient.open(home, UUID.randomUUID(), device, transport, InstantSource.system())) {
        for (var step = next(server); step != null; step = next(server)) {
          doIt(client, step);
        }
      }
      assertThat(player.faults()).isEmpty();
    }
  }

  private static JsonNode next(URI server) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve("/control/next")).build();
    var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return answer.statusCode() == 204 ? null : Recording.json(answer.body());
  }

  private void doIt(SyncClient client, JsonNode step) throws IOException {
    switch (step.get("do").getStringValue()) {
      case "record" -> record(client, step);
      case "sync" -> client.sync();
      default -> check(client, step);
    }
  }

  @SuppressWarnings("unchecked")
  private void record(SyncClient client, JsonNode step) throws IOException {
    var json = ObjectMapper.getDefault();
    var path = json.readValue(Recording.bytes(step.get("path")), MutationPath.class);
    var body = (Map<String, Object>) json.readValue(Recording.bytes(step.get("body")), Map.class);
    var write = Write.of(step.get("operation").getStringValue(), path, body);
    if (step.get("baseVersion") != null) {
      write = write.onVersion(step.get("baseVersion").getIntValue());
    }
    if (step.get("after") != null) {
      var after = step.get("after").getStringValue();
      var known = recorded.get(after);
      write = write.after(known == null ? UUID.fromString(after) : known);
    }
    recorded.put(step.get("as").getStringValue(), client.record(write));
  }

  private static void check(SyncClient client, JsonNode step) throws IOException {
    if (step.get("erased") != null) {
      assertThat(client.erased()).isTrue();
      assertThat(client.erasureConfirmed()).isTrue();
      return;
    }
    var status = client.status();
    var found = new LinkedHashMap<String, Integer>();
    found.put("waiting", status.waiting());
    found.put("held", status.held());
    found.put("needAttention", status.needAttention());
    found.put("quarantined", status.quarantined());
    found.put("citizens", client.citizens().size());
    found.forEach(
        (what, count) -> assertThat(count).as(what).isEqualTo(step.get(what).getIntValue()));
  }
}
