package dk.genvej.tracking.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Speaks the outcome API ({@code mobile-api-spec/tracking}) to one receiver. */
final class ReceiverClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNAUTHORIZED = 401;
  private static final String CODE = "[A-Z][A-Z0-9_]{0,59}";
  private static final String POINTER = "(/[A-Za-z0-9]{0,40}){0,4}";
  private static final int POINTERS = 5;

  private final ReceiverSettings settings;
  private final HttpClient http;
  private final TokenClient tokens;
  private final InstantSource clock;

  ReceiverClient(ReceiverSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(settings.timeoutSeconds()))
            .build();
    this.tokens = new TokenClient(settings, http, clock);
  }

  /** A month as the receiver has it. */
  record Month(int count, String hash) {}

  /** Tells one version. */
  Answer put(UUID trackingId, int version, String body) {
    try {
      var path = "/outcomes/" + trackingId + "/" + version;
      return answer(
          send(
              () ->
                  request(path)
                      .header("Content-Type", "application/json")
                      .PUT(HttpRequest.BodyPublishers.ofString(body))));
    } catch (IOException failed) {
      return new Answer.Later(null, told(failed), Optional.empty());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Answer.Later(null, "interrupted", Optional.empty());
    }
  }

  /** What the receiver holds of a municipality, by month; throws when it does not say. */
  Map<YearMonth, Month> reconciliation(int municipality, YearMonth from, YearMonth until)
      throws IOException, InterruptedException {
    var path =
        "/reconciliation?municipality=%d&from=%s&until=%s".formatted(municipality, from, until);
    var response = send(() -> request(path).GET());
    if (response.statusCode() != 200) {
      throw new IOException("the receiver answers " + response.statusCode());
    }
    var months = new LinkedHashMap<YearMonth, Month>();
    for (var one : JSON.readTree(response.body()).path("months")) {
      months.put(
          YearMonth.parse(one.path("month").asText()),
          new Month(one.path("count").asInt(), one.path("hash").asText()));
    }
    return months;
  }

  /** A token that ran out meanwhile is exchanged once. */
  private HttpResponse<String> send(java.util.function.Supplier<HttpRequest.Builder> asking)
      throws IOException, InterruptedException {
    var token = tokens.token();
    var response = sendWith(token, asking.get());
    if (response.statusCode() != UNAUTHORIZED || settings.token() != null) {
      return response;
    }
    tokens.refused(token);
    return sendWith(tokens.token(), asking.get());
  }

  private HttpResponse<String> sendWith(String token, HttpRequest.Builder asking)
      throws IOException, InterruptedException {
    return http.send(
        asking.header("Authorization", "Bearer " + token).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(settings.url() + path))
        .timeout(Duration.ofSeconds(settings.timeoutSeconds()));
  }

  private Answer answer(HttpResponse<String> response) {
    var after =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(one -> RetryAfter.read(one, Optional.of(clock.instant())));
    return Answer.of(response.statusCode(), reason(response), after);
  }

  /** Codes and places alone: nothing that a receiver writes in its own words is kept. */
  private static String reason(HttpResponse<String> response) {
    var reason = new StringBuilder(Integer.toString(response.statusCode()));
    var problem = problem(response.body());
    var code = problem.path("code").asText();
    if (code.matches(CODE)) {
      reason.append(' ').append(code);
    }
    int told = 0;
    for (var one : problem.path("violations")) {
      var pointer = one.path("pointer").asText();
      if (told < POINTERS && pointer.matches(POINTER)) {
        reason.append(' ').append(pointer);
        told++;
      }
    }
    return reason.toString();
  }

  private static JsonNode problem(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException other) {
      return JSON.missingNode();
    }
  }

  private static String told(IOException failed) {
    return failed.getClass().getSimpleName();
  }
}
