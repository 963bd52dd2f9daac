package dk.genvej.demo.fcm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in by hand, without the SDK: it takes and refuses as FCM's documentation has it. */
class FcmStandInTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String TOKEN = FcmStandIn.token("a tablet");

  private static FcmStandIn fcm;
  private static JsonNode key;

  @BeforeAll
  static void start() throws IOException {
    fcm = FcmStandIn.start("p", Instant::now, 100);
    key = JSON.readTree(fcm.keyFile());
  }

  @AfterAll
  static void stop() {
    fcm.close();
  }

  private record Reply(int status, JsonNode json, String retryAfter) {}

  @Test
  void aSignedAssertionOfTheAccountGetsAnAccessTokenAndThatTheMessageIn() throws Exception {
    var got = exchange(signed(claims -> claims));

    assertThat(got.status()).isEqualTo(200);
    assertThat(got.json().at("/token_type").asText()).isEqualTo("Bearer");
    assertThat(got.json().at("/expires_in").asInt()).isBetween(3_000, 3_600);
    var sent = send(got.json().at("/access_token").asText(), message("{}"));
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.json().at("/name").asText()).startsWith("projects/p/messages/");
    assertThat(fcm.received().getLast().taken()).isTrue();
  }

  @Test
  void anAssertionOfAnotherForAnotherOrOfAnotherTimeGetsNothing() throws Exception {
    refused(signed(claims -> claims.issuer("other@p.iam.gserviceaccount.com")));
    refused(signed(claims -> claims.audience("https://example.dk/token")));
    refused(signed(claims -> claims.claim("scope", "email")));
    refused(signed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(1)))));
    refused(signed(claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(7_200)))));
    refused("no.jwt.atall");
    var foreign = new RSAKeyGenerator(2048).generate().toRSAPrivateKey();
    refused(signed(foreign, claims -> claims));
  }

  @Test
  void withoutAValidAccessTokenNothingIsTaken() throws Exception {
    var before = fcm.received().size();
    var refused = send("ya29.made-up", message("{}"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().at("/error/status").asText()).isEqualTo("UNAUTHENTICATED");
    assertThat(fcm.received()).hasSize(before);
    var token = access();
    fcm.expireAccess();
    assertThat(send(token, message("{}")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"unheardOf\": 1}|Unknown name",
        "{\"android\": {\"prioritet\": \"high\"}}|Unknown name",
        "{\"android\": {\"priority\": \"urgent\"}}|message.android.priority",
        "{\"android\": {\"ttl\": \"3 days\"}}|message.android.ttl",
        "{\"data\": {\"n\": 1}}|TYPE_STRING",
        "{\"data\": {\"from\": \"me\"}}|Invalid data payload key",
        "{\"topic\": \"nord\"}|Exactly one of",
        "{\"webpush\": {\"headers\": {\"Urgency\": \"now\"}}}|Urgency",
        "{\"apns\": {\"headers\": {\"apns-priority\": \"10\"}, \"payload\": {\"aps\":"
            + " {\"content-available\": 1}}}}|BadPriority",
      })
  void whatFcmDoesNotTakeIsRefusedAndTheFieldNamed(String part, String told) throws Exception {
    var refused = send(access(), message(part));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/status").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(refused.json().toString()).contains(told).contains("fieldViolations");
    assertThat(fcm.received().getLast().taken()).isFalse();
  }

  @Test
  void aMessageOfMoreThan4KilobytesIsTooBig() throws Exception {
    var fits = "{\"data\": {\"k\": \"" + "x".repeat(MessageRules.MOST_BYTES - 1) + "\"}}";
    var tooBig = fits.replace("\"}}", "x\"}}");

    assertThat(send(access(), message(fits)).status()).isEqualTo(200);
    assertThat(send(access(), message(tooBig)).json().toString()).contains("Message too big");
  }

  @Test
  void aTokenThatIsNoneIsInvalidAndOneOfAnAppThatIsGoneIsUnregistered() throws Exception {
    var invalid = send(access(), "{\"message\": {\"token\": \"abc\"}}");
    assertThat(invalid.status()).isEqualTo(400);
    assertThat(invalid.json().at("/error/details/0/errorCode").asText())
        .isEqualTo("INVALID_ARGUMENT");

    var gone = FcmStandIn.token("gone");
    fcm.uninstall(gone);
    var unregistered = send(access(), message("{}").replace(TOKEN, gone));
    assertThat(unregistered.status()).isEqualTo(404);
    assertThat(unregistered.json().at("/error/details/0/errorCode").asText())
        .isEqualTo("UNREGISTERED");
  }

  @Test
  void troublesAreAsOftenAsAskedForAndTheSameForTheSameSeed() {
    var kinds = java.util.List.of(Trouble.INTERNAL, Trouble.RESET);
    var one = Troubles.of(0.3, 7, kinds);
    var same = Troubles.of(0.3, 7, kinds);
    int troubled = 0;
    for (int i = 0; i < 2_000; i++) {
      var trouble = one.next("t" + i % 50);
      assertThat(same.next("t" + i % 50)).isEqualTo(trouble);
      troubled += trouble == Trouble.NONE ? 0 : 1;
    }

    assertThat(troubled).isBetween(500, 700);
  }

  private static String message(String part) throws IOException {
    var message = JSON.createObjectNode().put("token", TOKEN);
    message.setAll((com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(part));
    return JSON.createObjectNode().set("message", message).toString();
  }

  private static String access() throws Exception {
    return exchange(signed(claims -> claims)).json().at("/access_token").asText();
  }

  private static void refused(String assertion) throws Exception {
    var refused = exchange(assertion);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error").asText()).isEqualTo("invalid_grant");
    assertThat(refused.json().has("access_token")).isFalse();
  }

  private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    var pem = key.at("/private_key").asText().replaceAll("-----[A-Z ]+-----|\\s", "");
    var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
    return signed(KeyFactory.getInstance("RSA").generatePrivate(spec), change);
  }

  private static String signed(PrivateKey by, UnaryOperator<JWTClaimsSet.Builder> change)
      throws Exception {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(key.at("/client_email").asText())
            .audience(GoogleTokens.AUDIENCE)
            .claim("scope", "https://www.googleapis.com/auth/firebase.messaging")
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(3_000)));
    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), change.apply(claims).build());
    jwt.sign(new RSASSASigner(by));
    return jwt.serialize();
  }

  private static Reply exchange(String assertion) throws Exception {
    return post(
        "/token",
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion,
        "");
  }

  private static Reply send(String access, String body) throws Exception {
    return post("/v1/projects/p/messages:send", body, "Bearer " + access);
  }

  private static Reply post(String path, String body, String authorization) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(fcm.address() + path))
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    return new Reply(
        answer.statusCode(),
        JSON.readTree(answer.body()),
        answer.headers().firstValue("Retry-After").orElse(""));
  }
}
