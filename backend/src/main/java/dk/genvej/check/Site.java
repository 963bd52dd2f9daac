package dk.genvej.check;

import dk.genvej.citizen.MunicipalityKeys;
import dk.genvej.client.HttpTransport;
import dk.genvej.client.Transport;
import dk.genvej.database.Installation;
import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real server in this process, on an embedded PostgreSQL of its own. Server and database can be
 * stopped and started, also on another database, while the tablets know one address.
 */
final class Site implements AutoCloseable {

  private static final String DATABASE = "genvej";

  private final Path home;
  private final Issuer issuer;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private EmbeddedPostgres postgres;
  private Installation installation;
  private @Nullable EmbeddedServer server;

  private Site(Path home, Issuer issuer, EmbeddedPostgres postgres, Installation installation) {
    this.home = home;
    this.issuer = issuer;
    this.postgres = postgres;
    this.installation = installation;
  }

  static Site start(Path home) throws IOException {
    return start(home, PostgresOptions.fleetingAt(home.resolve("postgres")));
  }

  /** With a database that waits for the disk, for kills. */
  static Site startDurable(Path home) throws IOException {
    return start(home, PostgresOptions.at(home.resolve("postgres")));
  }

  private static Site start(Path home, PostgresOptions options) throws IOException {
    Files.createDirectories(home);
    var postgres = EmbeddedPostgres.start(options);
    try {
      var site = new Site(home.toRealPath(), Issuer.start(), postgres, installation(postgres));
      site.startServer();
      return site;
    } catch (IOException | RuntimeException failed) {
      postgres.close();
      throw failed;
    }
  }

  static Installation installation(EmbeddedPostgres postgres) {
    var today = Time.dayOf(SystemTime.machine());
    return Installation.on(postgres, DATABASE, today.minusYears(1), today);
  }

  Path home() {
    return home;
  }

  Installation installation() {
    return installation;
  }

  Issuer issuer() {
    return issuer;
  }

  void startServer() {
    var context = ApplicationContext.builder("check").deduceEnvironment(false);
    server = context.properties(settings(-1)).start().getBean(EmbeddedServer.class).start();
  }

  /**
   * What a server of this site needs to be told.
   *
   * @param port -1 for any
   */
  Map<String, Object> settings(int port) {
    return ServerProperties.of(installation, issuer, home, port);
  }

  void stopServer() {
    var running = server;
    if (running != null) {
      running.stop();
      running.getApplicationContext().close();
      server = null;
    }
  }

  /** Stops both; the data folder may be copied now. */
  void stop() {
    stopServer();
    postgres.close();
  }

  /** Goes on, on what lies in that folder. */
  void startOn(Path folder) {
    postgres = EmbeddedPostgres.start(PostgresOptions.fleetingAt(folder));
    installation = installation(postgres);
    startServer();
  }

  /** SIGKILL of the postmaster; its children go with it. */
  void killPostgres() {
    var file = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
    try {
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the database does not run", unreadable);
    }
  }

  /** On the same port, so that the server's connections find it again. */
  void restartPostgres() {
    postgres.close();
    postgres = EmbeddedPostgres.start(PostgresOptions.at(home.resolve("postgres")));
  }

  /** A transport with the person's token; it finds the server wherever it runs now. */
  Transport transport(Person person) {
    return call ->
        new HttpTransport(URI.create(url() + "/api/v1"), () -> issuer.token(person), http)
            .send(call);
  }

  private String url() throws IOException {
    var running = server;
    if (running == null) {
      throw new IOException("the server is down");
    }
    return running.getURL().toString();
  }

  void prepareKeys(int municipality) {
    var running = server;
    if (running == null) {
      throw new IllegalStateException("the server is down");
    }
    running.getApplicationContext().getBean(MunicipalityKeys.class).prepare(municipality);
  }

  /** Past every policy: for making scenes and for looking. */
  Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        installation.url(), postgres.superuser(), postgres.password());
  }

  @Override
  public void close() {
    try (issuer) {
      stop();
    }
  }
}
