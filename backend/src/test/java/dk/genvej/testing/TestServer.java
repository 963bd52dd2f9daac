package dk.genvej.testing;

import dk.genvej.citizen.CprVault;
import dk.genvej.database.Installation;
import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * One real server on one real database for all tests of a run; each test makes its own
 * municipality. The database is new in every run, its programs are unpacked once.
 */
public final class TestServer {

  /** What operators' tools show. */
  public static final String OPERATOR = "a-secret-of-the-operators-of-these-tests";

  private static final TestServer ONE = new TestServer();

  private final TestIssuer issuer = new TestIssuer();
  private final TestTime time = new TestTime();
  private final Path masterKey = makeMasterKey();
  private final EmbeddedPostgres postgres;
  private final Installation installation;
  private final EmbeddedServer server;

  private TestServer() {
    var home = Path.of("target", "test-postgres");
    postgres = EmbeddedPostgres.start(PostgresOptions.fleetingAt(home));
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    var today = LocalDate.now(java.time.ZoneOffset.UTC);
    installation =
        Installation.on(
            postgres, "test_" + System.currentTimeMillis(), LocalDate.of(2024, 12, 1), today);
    server =
        ApplicationContext.builder("test")
            .properties(settings())
            .singletons(time)
            .start()
            .getBean(EmbeddedServer.class)
            .start();
  }

  public static TestServer running() {
    return ONE;
  }

  public String url() {
    return server.getURL().toString();
  }

  public Installation installation() {
    return installation;
  }

  /** For tests that must look past every policy. */
  public String superuser() {
    return postgres.superuser();
  }

  public TestIssuer issuer() {
    return issuer;
  }

  public TestTime time() {
    return time;
  }

  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  /** For another instance on the same database. */
  public Map<String, Object> settings() {
    var properties = new HashMap<String, Object>();
    properties.put("micronaut.server.port", -1);
    properties.put("datasources.default.url", installation.url());
    properties.put("datasources.default.username", Installation.APP);
    properties.put("datasources.default.password", installation.password());
    properties.put("genvej.token.issuer", issuer.issuer());
    properties.put("genvej.token.audience", TestIssuer.AUDIENCE);
    properties.put("genvej.token.jwks-uri", issuer.jwksUri());
    properties.put("genvej.cpr.master-key-file", masterKey.toString());
    properties.put(
        "genvej.operator.token-file", secret("test-operator-token", OPERATOR).toString());
    // Tests run its tasks by hand, at the moments they are about.
    properties.put("genvej.worker.enabled", false);
    return properties;
  }

  private static Path makeMasterKey() {
    return secret("test-master-key.json", CprVault.newMasterKey());
  }

  private static Path secret(String name, String content) {
    try {
      return Files.writeString(Path.of("target", name), content);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
