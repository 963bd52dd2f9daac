package dk.genvej.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference receiver by itself. */
class ReceiverTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String EXAMPLE = "/openapi/tracking/outcomes.json";

  @TempDir private Path folder;

  private ObjectNode completed;
  private ObjectNode correction;

  @BeforeEach
  void examples() throws IOException {
    completed = example("completed");
    correction = example("correction");
  }

  @Test
  void whatWasAcceptedIsThereAfterARestartAndACutLineIsNot() throws Exception {
    try (var receiver = start(Weather.CALM)) {
      assertThat(put(receiver, completed, "fast").statusCode()).isEqualTo(201);
    }
    Files.writeString(
        folder.resolve("ledger.jsonl"), "{\"trackingId\": \"6f1f", StandardOpenOption.APPEND);
    try (var receiver = start(Weather.CALM)) {
      assertThat(receiver.ledger().held()).hasSize(1);
      assertThat(put(receiver, completed, "fast").statusCode()).isEqualTo(200);
      assertThat(put(receiver, correction, "fast").statusCode()).isEqualTo(201);
    }
    try (var receiver = start(Weather.CALM)) {
      assertThat(receiver.ledger().held()).hasSize(2);
    }
  }

  @Test
  void theHighestVersionStandsWhateverTheOrderAndAnAnnulledOneTakesItAway() throws Exception {
    try (var receiver = start(Weather.CALM)) {
      put(receiver, correction, "fast");
      put(receiver, completed, "fast");
      assertThat(receiver.ledger().standing(101)).extracting(Held::version).containsExactly(2);
      var april = YearMonth.of(2025, 4);
      var before = receiver.ledger().months(101, april, april).get(april);
      assertThat(before.count()).isEqualTo(1);

      var annulled = correction.deepCopy().put("version", 3).put("operation", "ANNULLED");
      put(receiver, annulled.put("supersedes", 2), "fast");
      assertThat(receiver.ledger().standing(101)).isEmpty();
      assertThat(receiver.ledger().months(101, april, april)).isEmpty();
    }
  }

  @Test
  void aCorrectionOfAnotherRowIsRefused() throws Exception {
    try (var receiver = start(Weather.CALM)) {
      put(receiver, completed, "fast");
      var followUp = example("followUp").put("operation", "CORRECTION").put("supersedes", 1);

      var answer = put(receiver, followUp, "fast");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("/supersedes", "OTHER_ROW");
    }
  }

  @Test
  void tokensAreGivenForTheRightSecretAndRunOut() throws Exception {
    var now = new AtomicReference<>(Instant.parse("2025-04-11T08:00:00Z"));
    var options = new ReceiverOptions(0, folder, null, "genvej", "hemmelig", false);
    try (var receiver = Receiver.start(options, Weather.CALM, now::get)) {
      assertThat(token(receiver, "forkert").statusCode()).isEqualTo(401);
      var token =
          Ledger.JSON.readTree(token(receiver, "hemmelig").body()).get("access_token").asText();
      assertThat(put(receiver, completed, "andet").statusCode()).isEqualTo(401);
      assertThat(put(receiver, completed, token).statusCode()).isEqualTo(201);
      now.set(now.get().plus(Tokens.LIFE));
      assertThat(put(receiver, completed, token).statusCode()).isEqualTo(401);
    }
  }

  /** The vectors of the contract. */
  @Test
  void canonicalJsonIsAsTheContractSays() throws IOException {
    assertThat(Canonical.text(Ledger.JSON.readTree("{\"b\": 120.0, \"a\": \"x\"}")))
        .isEqualTo("{\"a\":\"x\",\"b\":120}");
    assertThat(Canonical.text(Ledger.JSON.readTree("[0.0, -1.50, 1e2, true, \"ø\\n\"]")))
        .isEqualTo("[0,-1.5,100,true,\"ø\\n\"]");
  }

  private Receiver start(Weather weather) {
    return Receiver.start(
        ReceiverOptions.withToken(0, folder, "fast"),
        weather,
        () -> Instant.parse("2025-04-11T08:00:00Z"));
  }

  private static HttpResponse<String> put(Receiver receiver, ObjectNode body, String token)
      throws Exception {
    var path = "/outcomes/" + body.get("trackingId").asText() + "/" + body.get("version").asInt();
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(receiver.url() + path))
            .header("Authorization", "Bearer " + token)
            .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> token(Receiver receiver, String secret) throws Exception {
    var form = "grant_type=client_credentials&client_id=genvej&client_secret=" + secret;
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(receiver.url() + "/token"))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static ObjectNode example(String name) throws IOException {
    try (var in = ReceiverTest.class.getResourceAsStream(EXAMPLE)) {
      return (ObjectNode)
          Ledger.JSON
              .readTree(in)
              .at("/paths/~1outcomes~1{trackingId}~1{version}/put/requestBody/content")
              .at("/application~1json/examples/" + name + "/value");
    }
  }
}
