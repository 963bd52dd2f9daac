package dk.genvej.tracking.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.genvej.shared.SystemTime;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Access tokens of the gateway (RFC 8693): the municipality's SAML assertion and our own client
 * assertion for a token that is good for a while. Kept until shortly before it runs out.
 */
@Singleton
@Requires(beans = GatewaySettings.class)
final class TokenExchange {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final GatewaySettings settings;
  private final SamlAssertions assertions;
  private final ClientAssertion client;
  private final ObjectMapper mapper;
  private final HttpClient http;
  private final ConcurrentHashMap<Integer, Token> tokens = new ConcurrentHashMap<>();

  TokenExchange(
      GatewaySettings settings,
      SamlAssertions assertions,
      ClientAssertion client,
      ObjectMapper mapper) {
    this.settings = settings;
    this.assertions = assertions;
    this.client = client;
    this.mapper = mapper;
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
  }

  private record Token(String text, Instant until) {}

  @Serdeable
  record Granted(
      @JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {}

  /**
   * @throws GatewayUnreachable when none is given
   */
  String token(int municipality) {
    var now = SystemTime.machine();
    return tokens
        .compute(
            municipality,
            (_, known) ->
                known != null && known.until().isAfter(now) ? known : exchange(municipality, now))
        .text();
  }

  /** The gateway no longer takes it. */
  void forget(int municipality) {
    tokens.remove(municipality);
  }

  private Token exchange(int municipality, Instant now) {
    var answer = post(form(municipality, now));
    if (answer.statusCode() != 200) {
      throw new GatewayUnreachable("token exchange answered " + answer.statusCode());
    }
    try {
      var granted = mapper.readValue(answer.body(), Granted.class);
      return new Token(granted.token(), now.plusSeconds(granted.seconds()).minus(MARGIN));
    } catch (IOException unreadable) {
      throw new GatewayUnreachable("token exchange answered something else than a token");
    }
  }

  private Map<String, String> form(int municipality, Instant now) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    form.put("client_id", settings.clientId());
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", client.at(now));
    form.put("subject_issuer", settings.subjectIssuer());
    form.put("subject_token_type", "urn:ietf:params:oauth:token-type:saml2");
    form.put(
        "subject_token",
        Base64.getUrlEncoder()
            .encodeToString(assertions.of(municipality).getBytes(StandardCharsets.UTF_8)));
    return form;
  }

  private HttpResponse<String> post(Map<String, String> form) {
    var request =
        HttpRequest.newBuilder(URI.create(settings.tokenUrl()))
            .timeout(settings.timeout())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new GatewayUnreachable("token exchange: " + broken.getClass().getSimpleName());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new GatewayUnreachable("token exchange was interrupted");
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
