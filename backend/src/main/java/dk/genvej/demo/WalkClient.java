package dk.genvej.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client like any other: a token for each person, and the public API. */
final class WalkClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new HashMap<>();

  WalkClient(URI server) {
    this.server = server;
  }

  /** Somebody who can log in. */
  record Person(String username, String password, String userId, String name, String unitId) {}

  JsonNode demo(String path) {
    return send(request(path));
  }

  /** Moves the clock of the small municipality. */
  void moveTo(Object day) {
    send(json(request("/demo/clock"), "POST", Map.of("today", day.toString())));
  }

  JsonNode get(Person person, String path) {
    return send(as(person, path));
  }

  /** A read that is a POST, because it asks for people. */
  JsonNode search(Person person, String path, Object body) {
    return send(json(as(person, path), "POST", body));
  }

  JsonNode post(Person person, String path, @Nullable Object body) {
    return send(json(as(person, path).header("Mutation-Id", mutation()), "POST", body));
  }

  /**
   * @param version what the edit rests on; 0 makes what is not there
   */
  JsonNode put(Person person, String path, int version, Object body) {
    return send(
        json(
            as(person, path)
                .header("Mutation-Id", mutation())
                .header("If-Match", "\"" + version + "\""),
            "PUT",
            body));
  }

  private static String mutation() {
    return Ids.next().toString();
  }

  private HttpRequest.Builder as(Person person, String path) {
    return request("/api/v1" + path)
        .header("Accept-Language", "en")
        .header("Authorization", "Bearer " + token(person));
  }

  private String token(Person person) {
    return tokens.computeIfAbsent(
        person.username(),
        _ -> {
          var form =
              "grant_type=password&username=%s&password=%s"
                  .formatted(encoded(person.username()), encoded(person.password()));
          var answer =
              send(
                  request("/demo/issuer/token")
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString(form)));
          return answer.path("access_token").asText();
        });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  private static HttpRequest.Builder json(
      HttpRequest.Builder request, String method, @Nullable Object body) {
    if (body == null) {
      return request.method(method, HttpRequest.BodyPublishers.noBody());
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(text(body)));
  }

  private static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException impossible) {
      throw new IllegalStateException("maps and texts are JSON", impossible);
    }
  }

  private JsonNode send(HttpRequest.Builder builder) {
    var request = builder.build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw refused(request, answer);
      }
      return JSON.readTree(answer.body());
    } catch (IOException unreachable) {
      throw new DemoException(
          "No demo answers at " + server + ": start one with \"genvej demo\", or say --url.",
          unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DemoException("The walk was interrupted.", interrupted);
    }
  }

  private static DemoException refused(HttpRequest request, HttpResponse<String> answer) {
    return new DemoException(
        "The walk ends here: %s %s answered %d %s"
            .formatted(
                request.method(),
                request.uri().getPath(),
                answer.statusCode(),
                answer.body().strip()));
  }
}
