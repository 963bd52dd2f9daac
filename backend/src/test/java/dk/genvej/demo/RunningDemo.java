package dk.genvej.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A demo of the tests' own, in a folder that is new in every run, spoken to over HTTP alone. */
final class RunningDemo {

  private static final Path HOME = Path.of("target", "demo-" + System.currentTimeMillis());
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Demo demo = start();

  private RunningDemo() {}

  /** What came back. */
  record Reply(int status, JsonNode json) {}

  private static Demo start() {
    var started = Demo.start(new DemoOptions(HOME, 0, null, false), DemoProgress.silent());
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    return started;
  }

  static Demo running() {
    return demo;
  }

  static Path home() {
    return HOME;
  }

  static void restart() {
    demo.close();
    demo = start();
  }

  static DemoUser user(String username) {
    return DemoMunicipalities.both().stream()
        .flatMap(municipality -> municipality.staff().stream())
        .filter(user -> user.username().equals(username))
        .findFirst()
        .orElseThrow();
  }

  static String token(String username) {
    return token(username, user(username).password()).json().at("/access_token").asText();
  }

  static Reply token(String username, String password) {
    return form(Map.of("grant_type", "password", "username", username, "password", password));
  }

  static Reply form(Map<String, String> values) {
    var body =
        values.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request("/demo/issuer/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static Reply get(String path) {
    return send(request(path));
  }

  static Reply get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  static Reply post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static Reply post(String path, String token, Object body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .header("Mutation-Id", dk.genvej.shared.Ids.next().toString())
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(demo.url() + path));
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
