package dk.genvej.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.testing.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;

/** A browser's end of a stream of events: reads as the specification of EventSource has it. */
final class EventStream implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An event that was dispatched. */
  record Heard(String name, String id, String data) {

    JsonNode json() {
      try {
        return JSON.readTree(data);
      } catch (JsonProcessingException notJson) {
        throw new AssertionError(data, notJson);
      }
    }
  }

  private final HttpClient client;
  private final HttpResponse<InputStream> answer;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  private EventStream(HttpClient client, HttpRequest request) {
    this.client = client;
    try {
      answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new AssertionError(
            answer.statusCode() + " " + new String(answer.body().readAllBytes()));
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
    Thread.ofVirtual().start(this::read);
  }

  /**
   * @param last null for none
   */
  static EventStream of(String token, UUID last) {
    var request = request(token);
    if (last != null) {
      request.header("Last-Event-ID", last.toString());
    }
    return new EventStream(client(), request.build());
  }

  static EventStream compressed(String token) {
    return new EventStream(client(), request(token).header("Accept-Encoding", "gzip").build());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private static HttpRequest.Builder request(String token) {
    return HttpRequest.newBuilder(URI.create(TestServer.running().url() + "/api/v1/inbox/events"))
        .header("Accept", "text/event-stream")
        .header("Authorization", "Bearer " + token);
  }

  private void read() {
    var name = "message";
    var id = "";
    var data = new StringBuilder();
    try (var lines = new BufferedReader(new InputStreamReader(body(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          heard.add(new Heard(name, id, data.toString()));
          name = "message";
          data.setLength(0);
        } else if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5).strip());
        }
      }
    } catch (IOException closed) {
      ended = true;
    }
    ended = true;
  }

  private InputStream body() throws IOException {
    return header("Content-Encoding").equals("gzip") ? unpacked(answer.body()) : answer.body();
  }

  /** The library's always says that there is more to read, and a reader then waits for it. */
  private static InputStream unpacked(InputStream packed) throws IOException {
    return new GZIPInputStream(packed) {
      @Override
      public int available() {
        return 0;
      }
    };
  }

  String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  String contentType() {
    return header("Content-Type");
  }

  boolean ended() {
    return ended;
  }

  List<Heard> heard(String name) {
    return heard.stream().filter(one -> one.name().equals(name)).toList();
  }

  /** The first of that name, when it has come. */
  Heard await(String name) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(10))
        .until(() -> !heard(name).isEmpty());
    return heard(name).getFirst();
  }

  void awaitTold(int count) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(10))
        .until(() -> heard("told").size() >= count);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
