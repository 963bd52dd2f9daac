package dk.genvej.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.citizen.CprVault;
import dk.genvej.database.Installation;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServeRefusalTest {

  private static final String URL = "datasources.default.url";
  private static final String USERNAME = "datasources.default.username";
  private static final String MASTER_KEY = "genvej.cpr.master-key-file";

  @TempDir private Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();

  /** What a municipality's own installation would say, on the database of the tests. */
  @BeforeEach
  void soundSettings() throws IOException {
    var installation = TestServer.running().installation();
    settings.put("micronaut.server.port", "-1");
    settings.put(URL, installation.url());
    settings.put(USERNAME, Installation.APP);
    settings.put("datasources.default.password", installation.password());
    settings.put("genvej.token.issuer", "https://login.example.dk/genvej");
    settings.put("genvej.token.audience", "genvej");
    settings.put("genvej.token.jwks-uri", "https://login.example.dk/genvej/jwks");
    settings.put(MASTER_KEY, key("rw-------", CprVault.newMasterKey()).toString());
  }

  @Test
  void soundSettingsStartAServerWithoutAnythingOfTheDemo() throws IOException {
    var server = ServeCommand.start(new ServerSettings(config()));
    try {
      assertThat(server.isRunning()).isTrue();
      assertThat(server.getApplicationContext().getAllBeanDefinitions())
          .noneMatch(bean -> bean.getBeanType().getPackageName().equals("dk.genvej.demo"));
    } finally {
      ServeCommand.stop(server);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        URL,
        "genvej.token.issuer",
        "genvej.token.audience",
        "genvej.token.jwks-uri",
        MASTER_KEY
      })
  void aMissingSettingIsNamed(String setting) throws IOException {
    settings.remove(setting);
    assertThat(refusal()).startsWith("Setting " + setting + " is missing: ");
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, http://gateway.example.dk/fhir, is not an https address",
    "token-url, http://gateway.example.dk/token, is not an https address",
    "realm, , is missing",
    "client-id, , is missing",
    "assertion-folder, , is missing",
    "key-file, /no/such/key.pem, names no file that can be read",
  })
  void aGatewayThatCannotBeReportedToSafelyIsRefused(String setting, String value, String why)
      throws IOException {
    settings.put("genvej.gateway.base-url", "https://gateway.example.dk/fhir");
    settings.put("genvej.gateway.token-url", "https://gateway.example.dk/token");
    settings.put("genvej.gateway.realm", "https://gateway.example.dk");
    settings.put("genvej.gateway.client-id", "genvej");
    settings.put("genvej.gateway.assertion-folder", folder.toString());
    settings.put("genvej.gateway.key-file", key("rw-------", "a key").toString());
    settings.put("genvej.gateway." + setting, value == null ? "\"\"" : value);

    assertThat(refusal()).startsWith("Setting genvej.gateway." + setting + " " + why);
  }

  @Test
  void aRoleThatIsNotNamedIsMissing() throws IOException {
    settings.put(USERNAME, "\"\"");
    assertThat(refusal()).startsWith("Setting datasources.default.username is missing: ");
  }

  @Test
  void anotherDatabaseThanPostgresqlIsRefused() throws IOException {
    settings.put(URL, "jdbc:h2:mem:x");
    assertThat(refusal()).startsWith("Setting datasources.default.url is not a PostgreSQL");
  }

  @Test
  void aDatabaseThatDoesNotLetTheRoleInIsRefusedWithoutThePassword() throws IOException {
    settings.put("datasources.default.password", "hemmeligt-ord");
    assertThat(refusal())
        .startsWith("Setting datasources.default.url, or the role and password beside it, is wrong")
        .doesNotContain("hemmeligt");
  }

  @Test
  void theWorkersRoleIsJudgedToo() throws IOException {
    settings.put("datasources.worker.password", "hemmeligt-ord");
    assertThat(refusal())
        .startsWith("Setting datasources.worker.url, or the role and password beside it, is wrong")
        .contains("genvej_worker")
        .doesNotContain("hemmeligt");
  }

  @Test
  void aReceiverWithoutAddressMunicipalityOrTokenIsNamed() throws IOException {
    var receiver = "genvej.tracking.receivers.region.";
    settings.put(receiver + "municipalities", "330");
    assertThat(run())
        .contains("Setting " + receiver + "url is missing: ")
        .contains("Setting " + receiver + "token is missing: ");
    settings.put(receiver + "url", "http://tracking.example.dk");
    settings.put(receiver + "token-url", "https://login.example.dk/token");
    settings.put(receiver + "client-id", "genvej");
    assertThat(run())
        .contains("Setting " + receiver + "url is not an https address")
        .contains("Setting " + receiver + "client-secret is missing");
  }

  @Test
  void aSuperuserIsRefused() throws IOException {
    settings.put(USERNAME, TestServer.running().superuser());
    assertThat(run())
        .contains("names " + TestServer.running().superuser() + ", which is a superuser: ");
  }

  @Test
  void theOwnerOfTheTablesIsRefused() throws IOException {
    settings.put(USERNAME, Installation.OWNER);
    assertThat(refusal())
        .startsWith("Setting datasources.default.username names genvej_owner, which owns tables: ");
  }

  @Test
  void aRoleThatMayBecomeOneThatBypassesRowLevelSecurityIsRefused() throws Exception {
    var password = TestServer.running().installation().password();
    asSuperuser("create role passes_by nologin bypassrls");
    asSuperuser("create role may_become login password '" + password + "' in role passes_by");
    try {
      settings.put(USERNAME, "may_become");
      assertThat(refusal()).contains("may_become, which bypasses row level security: ");
    } finally {
      asSuperuser("drop role may_become");
      asSuperuser("drop role passes_by");
    }
  }

  @Test
  void aDatabaseWithoutTheSchemaIsRefused() throws Exception {
    asSuperuser("drop database if exists without_schema");
    asSuperuser("create database without_schema");
    settings.put(
        URL, TestServer.running().installation().url().replaceAll("/[^/]*$", "/without_schema"));
    assertThat(refusal())
        .isEqualTo(
            "Setting datasources.default.url names a database without the schema of Genvej: run"
                + " \"genvej migrate\" first.");
  }

  @Test
  void aMunicipalityWhoseClockWasMovedIsRefused() throws IOException {
    var world = new World();
    shift(world, "interval '3 days'");
    try {
      assertThat(refusal())
          .startsWith("Setting datasources.default.url names a demo's database: ")
          .contains("municipality.time_shift is not zero for")
          .contains(Integer.toString(world.municipality));
    } finally {
      shift(world, "interval '0'");
    }
  }

  @Test
  void aDemosIssuerIsRefused() throws IOException {
    settings.put("genvej.token.issuer", "http://127.0.0.1:8080/demo/issuer");
    assertThat(refusal()).startsWith("Setting genvej.token.issuer is a demo's issuer");
  }

  @Test
  void keysFetchedInTheClearAreRefused() throws IOException {
    settings.put("genvej.token.jwks-uri", "http://login.example.dk/jwks");
    assertThat(refusal()).startsWith("Setting genvej.token.jwks-uri is not an https address");
  }

  @Test
  void aMasterKeyThatIsNotThereIsRefused() throws IOException {
    settings.put(MASTER_KEY, folder.resolve("nowhere").toString());
    assertThat(refusal()).startsWith("Setting " + MASTER_KEY).endsWith("which cannot be read.");
  }

  @Test
  void aMasterKeyThatEverybodyCanReadIsRefused() throws IOException {
    settings.put(MASTER_KEY, key("rw-r--r--", CprVault.newMasterKey()).toString());
    assertThat(refusal())
        .startsWith("Setting " + MASTER_KEY)
        .contains("which everybody on the machine can read");
  }

  @Test
  void aDemosMasterKeyIsRefused() throws IOException {
    Files.writeString(folder.resolve("genvej-demo"), "");
    assertThat(refusal()).startsWith("Setting " + MASTER_KEY + " names a demo's key");
  }

  @Test
  void aFileThatHoldsNoKeyIsRefused() throws IOException {
    settings.put(MASTER_KEY, key("rw-------", "{}").toString());
    assertThat(refusal()).startsWith("Setting " + MASTER_KEY + " names a file that holds no");
  }

  @Test
  void aHostOnTheNetworkNeedsTlsInFront() throws IOException {
    settings.put("micronaut.server.host", "0.0.0.0");
    assertThat(refusal()).startsWith("Setting genvej.server.tls-terminated is not true");
    settings.put("genvej.server.tls-terminated", "true");
    assertThat(new ServeCheck(new ServerSettings(config()).read().getEnvironment()).refusals())
        .isEmpty();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws IOException {
    settings.remove(URL);
    settings.remove(MASTER_KEY);
    settings.put("micronaut.server.host", "0.0.0.0");
    assertThat(run().lines()).hasSize(3);
  }

  /** The one sentence; exit code 2. */
  private String refusal() throws IOException {
    var said = run().strip();
    assertThat(said.lines()).as(said).hasSize(1);
    return said;
  }

  private String run() throws IOException {
    var err = new StringWriter();
    var line = GenvejCommand.line().setErr(new PrintWriter(err));
    assertThat(line.execute("serve", "--config", config().toString())).isEqualTo(2);
    return err.toString();
  }

  private Path config() throws IOException {
    var yaml =
        settings.entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve("genvej.yml"), yaml);
  }

  private Path key(String mode, String content) throws IOException {
    var file = Files.writeString(folder.resolve("key" + mode.hashCode()), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static void shift(World world, String interval) {
    world.sql(
        connection ->
            World.execute(
                connection,
                "update municipality set time_shift = "
                    + interval
                    + " where id = "
                    + world.municipality));
  }

  private static void asSuperuser(String sql) throws SQLException {
    var server = TestServer.running();
    try (var connection =
            DriverManager.getConnection(
                server.installation().url(), server.superuser(), server.installation().password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
