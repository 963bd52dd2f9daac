package dk.genvej.check.push;

import dk.genvej.database.Installation;
import dk.genvej.database.Municipalities;
import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import dk.genvej.shared.Ids;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances on one database that push by one stand-in of FCM, all by one clock that is moved. They
 * serve nothing: what is tried is what happens in the background.
 */
public final class PushSite implements AutoCloseable {

  private static final int MUNICIPALITY = 891;
  private static final Instant START = Instant.parse("2025-02-11T07:00:00Z");
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  final MovedTime time = new MovedTime(START);
  final PushWatch watch;
  final List<ApplicationContext> instances = new ArrayList<>();
  final int municipality;
  private final Installation installation;
  private final String superuser;
  private final @Nullable EmbeddedPostgres postgres;

  private PushSite(
      Installation installation,
      String superuser,
      int municipality,
      @Nullable EmbeddedPostgres postgres,
      Path keys)
      throws IOException {
    this.installation = installation;
    this.superuser = superuser;
    this.municipality = municipality;
    this.postgres = postgres;
    this.watch = PushWatch.start(keys, time::now, PATIENCE);
  }

  /** On a database of its own. */
  public static PushSite start(Path home, int instances) throws IOException {
    Files.createDirectories(home);
    var postgres = EmbeddedPostgres.start(PostgresOptions.fleetingAt(home.resolve("postgres")));
    var today = Time.dayOf(SystemTime.machine());
    var installation = Installation.on(postgres, "genvej", today.minusYears(2), today);
    Municipalities.add(
        installation.url(),
        Installation.OWNER,
        installation.password(),
        MUNICIPALITY,
        "Prøveby",
        Ids.next());
    var keys = Files.createTempDirectory(home, "keys");
    var site = new PushSite(installation, postgres.superuser(), MUNICIPALITY, postgres, keys);
    site.begin(instances, Map.of());
    return site;
  }

  /**
   * On a database that is there.
   *
   * @param settings of an instance, besides those of pushing
   */
  public static PushSite on(
      Installation installation,
      String superuser,
      int municipality,
      int instances,
      Map<String, Object> settings)
      throws IOException {
    var keys = Files.createTempDirectory("genvej-push");
    var site = new PushSite(installation, superuser, municipality, null, keys);
    site.begin(instances, settings);
    return site;
  }

  private void begin(int count, Map<String, Object> more) {
    var settings = new HashMap<>(more);
    settings.putAll(watch.settings());
    settings.put("datasources.default.url", installation.url());
    settings.put("datasources.default.username", Installation.APP);
    settings.put("datasources.default.password", installation.password());
    settings.put("genvej.worker.enabled", false);
    for (int i = 0; i < count; i++) {
      instances.add(
          ApplicationContext.builder("check")
              .deduceEnvironment(false)
              .properties(settings)
              .singletons(time)
              .start());
    }
  }

  Connection superuser() throws SQLException {
    return DriverManager.getConnection(installation.url(), superuser, installation.password());
  }

  @Override
  public void close() {
    instances.forEach(ApplicationContext::close);
    watch.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
