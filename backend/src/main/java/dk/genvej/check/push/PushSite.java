package dk.genvej.check.push;

import dk.genvej.database.Installation;
import dk.genvej.database.Municipalities;
import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import dk.genvej.shared.Ids;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

  private static final String PROJECT = "genvej-check";
  private static final int MUNICIPALITY = 891;
  private static final Instant START = Instant.parse("2025-02-11T07:00:00Z");

  /**
   * Long enough that a busy machine is not taken for a dead one: an answer that comes too late is
   * as good as lost to the sender, while the stand-in believes that it told it.
   */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final Duration SILENCE = PATIENCE.plusMillis(500);

  final MovedTime time = new MovedTime(START);
  final FcmStandIn fcm;
  final List<ApplicationContext> instances = new ArrayList<>();
  final int municipality;
  private final Installation installation;
  private final String superuser;
  private final @Nullable EmbeddedPostgres postgres;

  private PushSite(
      Installation installation,
      String superuser,
      int municipality,
      @Nullable EmbeddedPostgres postgres)
      throws IOException {
    this.installation = installation;
    this.superuser = superuser;
    this.municipality = municipality;
    this.postgres = postgres;
    this.fcm = FcmStandIn.start(PROJECT, time::now, Integer.MAX_VALUE);
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
    var site = new PushSite(installation, postgres.superuser(), MUNICIPALITY, postgres);
    site.begin(Files.createTempDirectory(home, "keys"), instances, Map.of());
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
    var site = new PushSite(installation, superuser, municipality, null);
    site.begin(Files.createTempDirectory("genvej-push"), instances, settings);
    return site;
  }

  private void begin(Path keys, int count, Map<String, Object> more) throws IOException {
    var key = Files.writeString(keys.resolve("fcm-key.json"), fcm.keyFile());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    fcm.silentFor(SILENCE);
    var settings = new HashMap<>(more);
    settings.put("datasources.default.url", installation.url());
    settings.put("datasources.default.username", Installation.APP);
    settings.put("datasources.default.password", installation.password());
    settings.put("genvej.worker.enabled", false);
    settings.put("genvej.push.key-file", key.toString());
    settings.put("genvej.push.base-address", fcm.address());
    settings.put("genvej.push.read-time", PATIENCE.toMillis() + "ms");
    settings.put("genvej.push.batch-time", "20s");
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
    fcm.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
