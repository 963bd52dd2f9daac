package dk.genvej.bench;

import dk.genvej.check.Backend;
import dk.genvej.check.Issuer;
import dk.genvej.check.Launch;
import dk.genvej.check.ServerProperties;
import dk.genvej.citizen.MunicipalityKeys;
import dk.genvej.database.Installation;
import dk.genvej.demo.DemoProgress;
import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * PostgreSQL with two databases in a folder of their own: one municipality's year, and a larger
 * one. What is made stays there for the next run.
 */
final class Ground implements AutoCloseable {

  /** Of the first municipality; the others follow. */
  static final int FIRST = 101;

  /** Row level security holds everybody back but this one, whom {@code serve} would refuse. */
  private static final String UNBOUND = "genvej_unbound";

  private static final int MAKERS = 2;

  private final Path home;
  private final Issuer issuer;
  private final EmbeddedPostgres postgres;

  private Ground(Path home, Issuer issuer, EmbeddedPostgres postgres) {
    this.home = home;
    this.issuer = issuer;
    this.postgres = postgres;
  }

  static Ground open(Path home, Size large) throws IOException {
    Files.createDirectories(home);
    var settings =
        Map.of(
            "shared_buffers", large.megabytes() + "MB",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "30min");
    var postgres =
        EmbeddedPostgres.start(new PostgresOptions(home.resolve("postgres"), 0, true, settings));
    return new Ground(home.toRealPath(), Issuer.start(), postgres);
  }

  Issuer issuer() {
    return issuer;
  }

  Path home() {
    return home;
  }

  Installation installation(String database) {
    var today = Time.dayOf(SystemTime.machine());
    return Installation.on(postgres, database, today.minusYears(1), today);
  }

  Connection superuser(Installation installation) throws SQLException {
    return DriverManager.getConnection(
        installation.url(), postgres.superuser(), postgres.password());
  }

  /** As the server's own role. */
  Connection app(Installation installation) throws SQLException {
    return DriverManager.getConnection(
        installation.url(), Installation.APP, installation.password());
  }

  /** Makes what is missing, several municipalities at a time. */
  void fill(Installation installation, Size size, DemoProgress progress)
      throws SQLException, IOException, InterruptedException {
    var done = new ArrayList<Future<?>>();
    try (var makers = Executors.newFixedThreadPool(MAKERS)) {
      for (int i = 0; i < size.municipalities(); i++) {
        int municipality = FIRST + i;
        done.add(makers.submit(() -> make(installation, municipality, size.years())));
      }
      for (int i = 0; i < done.size(); i++) {
        done.get(i).get();
        progress.reached("municipalities", i + 1, done.size());
      }
    } catch (ExecutionException failed) {
      throw new IOException("the data could not be made", failed);
    }
    prepareKeys(installation, size);
    settle(installation);
  }

  private Void make(Installation installation, int municipality, int years) throws SQLException {
    try (var superuser = superuser(installation)) {
      new Town(municipality, superuser).make(installation, years, Size.CASELOADS_A_YEAR);
      return null;
    }
  }

  private void prepareKeys(Installation installation, Size size) {
    try (var context =
        ApplicationContext.builder("bench")
            .deduceEnvironment(false)
            .properties(ServerProperties.of(installation, issuer, home, -1))
            .start()) {
      var keys = context.getBean(MunicipalityKeys.class);
      for (int i = 0; i < size.municipalities(); i++) {
        keys.prepare(FIRST + i);
      }
    }
  }

  /** As autovacuum would in time. */
  private void settle(Installation installation) throws SQLException {
    try (var superuser = superuser(installation);
        var statement = superuser.createStatement()) {
      statement.execute("vacuum (analyze)");
      statement.execute("checkpoint");
    }
  }

  /** Rows of all tables, as the planner counts them, and bytes with indexes. */
  String contents(Installation installation) throws SQLException {
    try (var superuser = superuser(installation);
        var query =
            superuser.prepareStatement(
                """
                select to_char(sum(c.reltuples), 'FM999,999,999,999'), pg_size_pretty(pg_database_size(current_database()))
                  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.reltuples > 0
                """);
        var rows = query.executeQuery()) {
      rows.next();
      return rows.getString(1) + " rows, " + rows.getString(2);
    }
  }

  /** The server as operators run it: all guards on, TLS off. */
  Backend serve(String name, Installation installation) throws IOException {
    return started(name, settings(installation), Launch.serve());
  }

  /** The same without audit, signatures and row level security, by beans of another class path. */
  Backend bare(Installation installation) throws IOException, SQLException {
    try (var superuser = superuser(installation);
        var statement = superuser.createStatement()) {
      statement.execute("drop role if exists " + UNBOUND);
      statement.execute(
          "create role %s login bypassrls password '%s' in role %s"
              .formatted(UNBOUND, installation.password(), Installation.APP));
    }
    var settings = settings(installation);
    settings.put("datasources.default.username", UNBOUND);
    var classPath = new ArrayList<>(List.of(BenchClasses.place()));
    classPath.addAll(Launch.here());
    var launch = new Launch(List.of(), classPath, "dk.genvej.bench.BareServer", List.of());
    return started("bare", settings, launch);
  }

  private Map<String, Object> settings(Installation installation) {
    return ServerProperties.of(installation, issuer, home, -1);
  }

  private Backend started(String name, Map<String, Object> settings, Launch launch)
      throws IOException {
    var backend = new Backend(name, home, settings, launch);
    try {
      backend.start();
      return backend;
    } catch (IOException | RuntimeException failed) {
      backend.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    try (issuer) {
      postgres.close();
    }
  }
}
