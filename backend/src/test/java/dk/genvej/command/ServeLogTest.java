package dk.genvej.command;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.Application;
import dk.genvej.citizen.CprVault;
import dk.genvej.database.Installation;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What {@code serve} writes: one JSON object a line, each about a request by its id, no people. */
class ServeLogTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "Kanariefugl Uventet";

  @TempDir private Path folder;

  @Test
  void aRunningServerWritesOneJsonObjectALineAndNoCpr() throws Exception {
    var cpr = Citizens.inventedCpr("150642");
    var port = freePort();
    var out = folder.resolve("out");
    var serving = serve(port, out);
    try {
      Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> answers(port));
      send(port, "GET", "/citizens?cpr=" + cpr, "");
      var refused = send(port, "POST", "/citizens", "{\"cpr\": \"" + cpr + "\"}");

      // The worker starts on a thread of its own and tells of it whenever it gets there.
      var line = ofRequests(lines(Files.readString(out))).getLast();

      assertThat(line.at("/formattedMessage").asText()).startsWith("token refused");
      assertThat(line.at("/mdc/request").asText()).isEqualTo(requestId(refused.body()));
    } finally {
      serving.destroy();
      serving.waitFor();
    }
    assertThat(Files.readString(out)).doesNotContain(cpr);
    assertThat(Files.readString(folder.resolve("err"))).doesNotContain(cpr);
  }

  @Test
  void aFailureNobodyExpectedIsLoggedWithoutWhatTheBodyHeld() throws Exception {
    var world = new World();
    var draft = aCitizen(world).named(NAME).draft();
    alter(world, "add constraint unexpected check (name <> '" + NAME + "') not valid");
    var logged = new ByteArrayOutputStream();
    var appender = appender(logged);
    try {
      var answer = Api.as(world.vera).post("/citizens", draft).refused(500, "INTERNAL");

      var line = lines(logged.toString(StandardCharsets.UTF_8)).getLast();

      assertThat(line.at("/level").asText()).isEqualTo("ERROR");
      assertThat(line.at("/mdc/request").asText()).isEqualTo(requestId(answer.text()));
      assertThat(line.at("/throwable").toString()).contains("unexpected");
    } finally {
      root().detachAppender(appender);
      alter(world, "drop constraint unexpected");
    }
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .doesNotContain(NAME, draft.get("cpr").toString(), "Prøvevej");
  }

  // ---- what was written

  private static List<JsonNode> lines(String text) throws IOException {
    assertThat(text.lines()).isNotEmpty();
    for (var line : text.lines().toList()) {
      var read = JSON.readTree(line);
      assertThat(read.isObject()).as(line).isTrue();
      assertThat(read.at("/level").asText()).as(line).isIn("INFO", "WARN", "ERROR");
      assertThat(Instant.ofEpochMilli(read.at("/timestamp").asLong()))
          .as(line)
          .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(1));
    }
    return text.lines().map(ServeLogTest::json).toList();
  }

  private static List<JsonNode> ofRequests(List<JsonNode> lines) {
    return lines.stream().filter(line -> line.at("/mdc/request").isTextual()).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
      throw new AssertionError(text, notJson);
    }
  }

  private static String requestId(String problem) {
    return json(problem).at("/instance").asText().replace("urn:genvej:request:", "");
  }

  // ---- a server of its own

  private Process serve(int port, Path out) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Application.class.getName(),
            "serve",
            "--config",
            config(port).toString())
        .redirectOutput(out.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private Path config(int port) throws IOException {
    var installation = TestServer.running().installation();
    var key = Files.writeString(folder.resolve("key"), CprVault.newMasterKey());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(
        folder.resolve("genvej.yml"),
        """
        micronaut.server.port: %d
        datasources.default.url: %s
        datasources.default.username: %s
        datasources.default.password: %s
        genvej.token.issuer: https://login.example.dk/genvej
        genvej.token.audience: genvej
        genvej.token.jwks-uri: https://login.example.dk/genvej/jwks
        genvej.cpr.master-key-file: %s
        """
            .formatted(port, installation.url(), Installation.APP, installation.password(), key));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) throws InterruptedException {
    try {
      return send(port, "GET", "/me", "").statusCode() == 401;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** With a token that is none. */
  private static HttpResponse<String> send(int port, String method, String path, String body)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer ikke-et-token")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  // ---- the log of the server of the tests, written as serve writes it

  private static OutputStreamAppender<ILoggingEvent> appender(ByteArrayOutputStream out)
      throws JoranException {
    var serve = new LoggerContext();
    var configurator = new JoranConfigurator();
    configurator.setContext(serve);
    configurator.doConfigure(ServeLogTest.class.getResource("/logback-serve.xml"));
    var configured =
        (OutputStreamAppender<ILoggingEvent>)
            serve.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("out");
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setContext(root().getLoggerContext());
    appender.setEncoder(configured.getEncoder());
    appender.setOutputStream(out);
    appender.start();
    root().addAppender(appender);
    return appender;
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  private static void alter(World world, String how) throws SQLException {
    try (var connection = world.superuser()) {
      World.execute(connection, "alter table citizen " + how);
    }
  }
}
