package dk.genvej.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/**
 * A client of the API as one user. Every request and every answer is judged by the contract; a test
 * of bad input says {@link #unjudged()} first, and its answer is judged all the same.
 */
public final class Api {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final String token;
  private final boolean judged;
  private final Map<String, String> headers;

  private Api(String token, boolean judged, Map<String, String> headers) {
    this.token = token;
    this.judged = judged;
    this.headers = headers;
  }

  public static Api as(TestUser user) {
    return withToken(TestServer.running().issuer().token(user));
  }

  public static Api withToken(String token) {
    return new Api(token, true, Map.of());
  }

  public Api unjudged() {
    return new Api(token, false, headers);
  }

  public Api with(String header, Object value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value.toString());
    return new Api(token, judged, more);
  }

  /** The version an edit is based on. */
  public Api ifMatch(int version) {
    return with("If-Match", "\"" + version + "\"");
  }

  public Api mutation(UUID id) {
    return with("Mutation-Id", id);
  }

  /** A Mutation-Id that need not be one. */
  public Api mutationText(String text) {
    return with("Mutation-Id", text);
  }

  public Answer get(String path, Object... args) {
    return send("GET", path.formatted(args), null);
  }

  /** A file, whole. */
  public byte[] file(String path, Object... args) {
    var answer = fetch(request("GET", path.formatted(args), null), BodyHandlers.ofByteArray());
    Assertions.assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** A read that is a POST. */
  public Answer search(String path, Object body) {
    return send("POST", path, text(body));
  }

  public Answer post(String path, Object body) {
    return writing().send("POST", path, text(body));
  }

  public Answer put(String path, Object body) {
    return writing().send("PUT", path, text(body));
  }

  /** Exactly these characters as the body. */
  public Answer raw(String method, String path, String body) {
    return writing().send(method, path, body);
  }

  private Api writing() {
    return headers.containsKey("Mutation-Id") ? this : mutation(Ids.next());
  }

  private Answer send(String method, String path, String body) {
    var request = request(method, path, body);
    var response = fetch(request, FirstEvent::orAll);
    Contracts.judgeResponse(
        method, request.uri(), response.statusCode(), response.headers(), response.body());
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  private HttpRequest request(String method, String path, String body) {
    var uri = URI.create(TestServer.running().url() + "/api/v1" + path);
    if (judged) {
      Contracts.judgeRequest(method, uri, headers, body);
    }
    var request = HttpRequest.newBuilder(uri);
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    return request.build();
  }

  private static <T> HttpResponse<T> fetch(HttpRequest request, BodyHandler<T> how) {
    try {
      return CLIENT.send(request, how);
    } catch (IOException failed) {
      throw new AssertionError(request.method() + " " + request.uri(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String text(Object body) {
    try {
      return body == null ? null : JSON.writeValueAsString(body);
    } catch (JsonProcessingException failed) {
      throw new AssertionError(failed);
    }
  }
}
