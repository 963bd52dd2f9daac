package dk.genvej.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.RunningDemo.Reply;
import dk.genvej.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoClockTest {

  @Test
  void movesForwardByDaysAndToADayAndEverybodySeesIt() {
    var today = today();
    assertThat(move("{\"days\":3}").json().at("/today").asText())
        .isEqualTo(today.plusDays(3).toString());
    assertThat(move("{\"today\":\"%s\"}".formatted(today.plusDays(7))).status()).isEqualTo(200);
    var me = RunningDemo.get("/api/v1/me", RunningDemo.token("terapeut1.lilleby")).json();
    assertThat(me.at("/today").asText()).isEqualTo(today.plusDays(7).toString());
  }

  @Test
  void doesNotMoveTheLargeMunicipality() {
    var before = RunningDemo.running().today(DemoMunicipalities.LARGE);
    move("{\"days\":1}");
    assertThat(RunningDemo.running().today(DemoMunicipalities.LARGE)).isEqualTo(before);
  }

  @Test
  void neverGoesBack() {
    var yesterday = today().minusDays(1);
    var refused = move("{\"today\":\"%s\"}".formatted(yesterday));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/error").asText()).isEqualTo("clock_goes_forward");
    assertThat(today()).isAfter(yesterday);
  }

  @Test
  void todayAgainIsNoMove() {
    assertThat(move("{\"today\":\"%s\"}".formatted(today())).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"days\":0}",
        "{\"days\":-1}",
        "{\"days\":5000}",
        "{\"today\":\"9999-01-01\"}",
        "{\"today\":\"2025-02-30\"}",
        "{\"today\":\"2030-01-01\",\"days\":1}"
      })
  void refusesWhatIsNoDayToMoveTo(String body) {
    assertThat(move(body).status()).isEqualTo(422);
  }

  @Test
  void doesNotExistOutsideTheDemo() throws Exception {
    var server = TestServer.running();
    for (var path :
        List.of(
            "/demo/clock",
            "/demo/users",
            "/demo/issuer/jwks",
            "/demo/issuer/.well-known/openid-configuration")) {
      assertThat(status("GET", server.url() + path)).as(path).isEqualTo(404);
    }
    assertThat(status("POST", server.url() + "/demo/clock")).isEqualTo(404);
    assertThat(status("POST", server.url() + "/demo/issuer/token")).isEqualTo(404);
    assertThat(server.context().getAllBeanDefinitions())
        .isNotEmpty()
        .noneMatch(bean -> bean.getBeanType().getPackageName().equals("dk.genvej.demo"));
    assertThat(RunningDemo.running().context().getAllBeanDefinitions())
        .as("the guard looks at something")
        .anyMatch(bean -> bean.getBeanType().getPackageName().equals("dk.genvej.demo"));
  }

  private static int status(String method, String uri) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(uri))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(""))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static Reply move(String body) {
    return RunningDemo.post("/demo/clock", body);
  }

  private static LocalDate today() {
    return LocalDate.parse(RunningDemo.get("/demo/clock").json().at("/today").asText());
  }
}
