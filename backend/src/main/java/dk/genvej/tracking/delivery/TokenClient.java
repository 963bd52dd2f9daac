package dk.genvej.tracking.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The token that is shown to a receiver: a fixed one, or one fetched by client credentials. */
final class TokenClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fetched anew so long before it runs out. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private static final long USUAL_SECONDS = 300;

  private final ReceiverSettings settings;
  private final HttpClient http;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private @Nullable Fetched fetched;

  private record Fetched(String token, Instant until) {}

  TokenClient(ReceiverSettings settings, HttpClient http, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  /** Throws when the token service does not give one. */
  String token() throws IOException, InterruptedException {
    var fixed = settings.token();
    if (fixed != null) {
      return fixed;
    }
    fetching.lock();
    try {
      var known = fetched;
      if (known == null || !clock.instant().isBefore(known.until().minus(MARGIN))) {
        known = fetch();
        fetched = known;
      }
      return known.token();
    } finally {
      fetching.unlock();
    }
  }

  /** The receiver did not believe this one; the next is a new one. */
  void refused(String token) {
    fetching.lock();
    try {
      if (fetched != null && fetched.token().equals(token)) {
        fetched = null;
      }
    } finally {
      fetching.unlock();
    }
  }

  private Fetched fetch() throws IOException, InterruptedException {
    var form =
        "grant_type=client_credentials&client_id="
            + encoded(settings.clientId())
            + "&client_secret="
            + encoded(settings.clientSecret());
    var request =
        HttpRequest.newBuilder(URI.create(Objects.requireNonNull(settings.tokenUrl())))
            .timeout(Duration.ofSeconds(settings.timeoutSeconds()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("the token service answers " + response.statusCode());
    }
    return read(JSON.readTree(response.body()));
  }

  private Fetched read(JsonNode answer) throws IOException {
    var token = answer.path("access_token").asText();
    if (token.isEmpty()) {
      throw new IOException("the token service gives no token");
    }
    var seconds = answer.path("expires_in").asLong(USUAL_SECONDS);
    return new Fetched(token, clock.instant().plusSeconds(seconds));
  }

  private static String encoded(@Nullable String value) {
    return URLEncoder.encode(Objects.requireNonNull(value), StandardCharsets.UTF_8);
  }
}
