package dk.genvej.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures and details are for operators, and say nothing of people. */
class OperatorGateTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void anOperatorSeesTheDetailsOfHealthAndWhetherDevicesAreWoken() throws Exception {
    var health = json(get("/health", TestServer.OPERATOR));

    assertThat(health.at("/status").asText()).isEqualTo("UP");
    assertThat(health.at("/details/push/status").asText()).isEqualTo("UP");
    assertThat(health.at("/details/push/details").asText()).isEqualTo("disabled (no credentials)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "an administrator's"})
  void everybodyElseSeesThatItIsWellAndNoMore(String token) throws Exception {
    var shown = token.startsWith("an ") ? administrators() : token;
    var health = get("/health", shown);

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(json(health)).hasToString("{\"status\":\"UP\"}");
    for (var path : new String[] {"/prometheus", "/prometheus/", "//prometheus", "/%70rometheus"}) {
      assertThat(get(path, shown).statusCode()).as(path).isIn(400, 401, 404);
    }
    assertThat(get("/prometheus", shown).headers().firstValue("WWW-Authenticate"))
        .contains("Bearer");
  }

  @Test
  void anOperatorSeesFiguresAndNobodyInThem() throws Exception {
    var world = new World();
    var figures = get("/prometheus", TestServer.OPERATOR);

    assertThat(figures.statusCode()).isEqualTo(200);
    assertThat(figures.body())
        .contains("genvej_push_waiting ")
        .contains("genvej_push_oldest_seconds ")
        .contains("genvej_push_paused_seconds ")
        .contains("genvej_push_tokens_removed_total ")
        .contains("genvej_notices_untold ")
        .contains("genvej_notices_oldest_untold_seconds ")
        .contains("genvej_evaluations_overdue ")
        .contains("genvej_outcomes_waiting ")
        .contains("genvej_outcomes_parked ")
        .contains("genvej_outcomes_oldest_seconds ")
        .contains("genvej_inbox_streams ")
        .contains("hikaricp_connections")
        .doesNotContain(world.anna.id().toString(), "Anna");
  }

  private static String administrators() {
    return TestServer.running().issuer().token(new World().adam);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(TestServer.running().url() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
