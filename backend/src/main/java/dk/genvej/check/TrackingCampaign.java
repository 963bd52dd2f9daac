package dk.genvej.check;

import dk.genvej.database.Installation;
import dk.genvej.database.Municipalities;
import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import dk.genvej.receiver.Receiver;
import dk.genvej.receiver.ReceiverOptions;
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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** R11 on a database and with a receiver of its own. */
public final class TrackingCampaign {

  private static final int MUNICIPALITY = 890;
  private static final String RECEIVER = "storm";
  private static final String TOKEN = "campaign";

  private TrackingCampaign() {}

  /** What came of it, in words; well when nothing is wrong. */
  public record Outcome(String text, boolean allWell) {}

  /** Stands still until it is moved. */
  private static final class Clock implements Time {

    private final AtomicReference<Instant> now = new AtomicReference<>(SystemTime.machine());

    @Override
    public Instant now(int municipality) {
      return Objects.requireNonNull(now.get());
    }

    void forward(Duration by) {
      now.updateAndGet(at -> at.plus(by));
    }
  }

  public static Outcome run(int outcomes, long seed, Path home) throws IOException, SQLException {
    return run(outcomes, seed, home, "");
  }

  /**
   * @param sabotage SQL once all outcomes are written, to see that the check notices
   */
  static Outcome run(int outcomes, long seed, Path home, String sabotage)
      throws IOException, SQLException {
    Files.createDirectories(home);
    long began = System.nanoTime();
    var storm = new Storm(seed);
    var receives = ReceiverOptions.withToken(0, home.resolve("receiver"), TOKEN);
    var postgres = EmbeddedPostgres.start(PostgresOptions.fleetingAt(home.resolve("postgres")));
    try (postgres;
        var receiver = Receiver.start(receives, storm, SystemTime::machine)) {
      var today = Time.dayOf(SystemTime.machine());
      var installation = Installation.on(postgres, "genvej", today.minusYears(1), today);
      var clock = new Clock();
      try (var context = context(installation, receiver, home, clock)) {
        var result =
            new TrackingTrial(
                    context,
                    () -> superuser(installation, postgres),
                    place(installation, postgres),
                    RECEIVER,
                    receiver,
                    storm,
                    clock::forward)
                .run(outcomes, seed, sabotage);
        return told(result, seed, Duration.ofNanos(System.nanoTime() - began));
      }
    }
  }

  private static Outcome told(TrackingTrial.Result result, long seed, Duration took) {
    var text =
        """
        R11  seed %d: %d outcomes, %d of them poisoned, %d s
             weather: %s
             faults: %s
        """
            .formatted(
                seed,
                result.outcomes(),
                result.poisoned(),
                took.toSeconds(),
                result.weather(),
                result.faults().isEmpty() ? "none" : result.faults());
    return new Outcome(text, result.faults().isEmpty());
  }

  private static ApplicationContext context(
      Installation installation, Receiver receiver, Path home, Clock clock) {
    var receivers = "genvej.tracking.receivers." + RECEIVER + ".";
    var settings = ServerProperties.unattended(installation, ServerProperties.masterKey(home));
    settings.putAll(
        Map.of(
            receivers + "url",
            receiver.url(),
            receivers + "municipalities",
            MUNICIPALITY,
            receivers + "token",
            TOKEN,
            receivers + "timeout-seconds",
            1));
    return ApplicationContext.builder("check")
        .deduceEnvironment(false)
        .properties(settings)
        .singletons(clock)
        .start();
  }

  private static TrackedCourses.Place place(Installation installation, EmbeddedPostgres postgres)
      throws SQLException {
    var root = Ids.next();
    Municipalities.add(
        installation.url(),
        Installation.OWNER,
        installation.password(),
        MUNICIPALITY,
        "Stormby",
        root);
    var place = new TrackedCourses.Place(MUNICIPALITY, Ids.next(), Ids.next(), Ids.next());
    try (var connection = superuser(installation, postgres);
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into unit (municipality_id, id, parent_id, kind, name) values (%1$d, '%2$s',"
                  .formatted(MUNICIPALITY, place.district())
              + " '%s', 'DISTRICT', 'D')".formatted(root));
      statement.execute(
          "insert into unit (municipality_id, id, parent_id, kind, name) values (%d, '%s', '%s',"
                  .formatted(MUNICIPALITY, place.area(), place.district())
              + " 'CARE_AREA', 'A')");
      statement.execute(
          "insert into app_user (municipality_id, id, subject, name, first_seen_at) values (%d,"
                  .formatted(MUNICIPALITY)
              + " '%s', 'terapeut', 'Opdigtet Terapeut', now())".formatted(place.therapist()));
      statement.execute(
          "insert into outcome_receiver (municipality_id, name, since) values (%d, '%s', now())"
              .formatted(MUNICIPALITY, RECEIVER));
    }
    return place;
  }

  private static Connection superuser(Installation installation, EmbeddedPostgres postgres)
      throws SQLException {
    return DriverManager.getConnection(
        installation.url(), postgres.superuser(), postgres.password());
  }
}
