package dk.genvej.demo;

import dk.genvej.citizen.MunicipalityKeys;
import dk.genvej.database.Installation;
import dk.genvej.postgres.EmbeddedPostgres;
import dk.genvej.postgres.PostgresOptions;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A running demo; ends with {@link #close()}. */
public final class Demo implements AutoCloseable {

  /** Inger of the walk is discharged on this day. */
  public static final LocalDate SMALL_BEGINS = LocalDate.of(2025, 1, 9);

  private static final int YEARS_OF_HISTORY = 5;
  private static final String DATABASE = "genvej";
  private static final String STARTING = "database and schema";

  /** All of it fits in memory, where any page costs about the same. */
  private static final Map<String, String> IN_MEMORY =
      Map.of("random_page_cost", "1.1", "shared_buffers", "256MB");

  private final EmbeddedPostgres postgres;
  private final StandIns standIns;
  private final EmbeddedServer server;

  private Demo(EmbeddedPostgres postgres, StandIns standIns, EmbeddedServer server) {
    this.postgres = postgres;
    this.standIns = standIns;
    this.server = server;
  }

  /**
   * Starts it, making what is not there yet.
   *
   * @throws DemoException with one sentence that tells what to do
   */
  public static Demo start(DemoOptions options, DemoProgress progress) {
    var home = DemoHome.at(options.home());
    progress.reached(STARTING, 0, 2);
    var postgres = EmbeddedPostgres.start(new PostgresOptions(home.postgres(), 0, true, IN_MEMORY));
    progress.reached(STARTING, 1, 2);
    try {
      var installation = register(options, postgres);
      progress.reached(STARTING, 2, 2);
      return start(options, home, postgres, installation, progress);
    } catch (RuntimeException failed) {
      postgres.close();
      throw failed;
    }
  }

  private static Demo start(
      DemoOptions options,
      DemoHome home,
      EmbeddedPostgres postgres,
      Installation installation,
      DemoProgress progress) {
    var standIns = StandIns.start(home);
    try {
      var settings = settings(home, installation, standIns);
      return new Demo(postgres, standIns, serve(options, home, settings, standIns, progress));
    } catch (RuntimeException failed) {
      standIns.close();
      throw failed;
    }
  }

  private static Installation register(DemoOptions options, EmbeddedPostgres postgres) {
    var machine = SystemTime.machine();
    var today = Objects.requireNonNullElse(options.today(), Time.dayOf(machine));
    var oldest = today.minusYears(YEARS_OF_HISTORY).minusMonths(1);
    var installation =
        Installation.on(
            postgres,
            DATABASE,
            oldest.isBefore(SMALL_BEGINS) ? oldest : SMALL_BEGINS,
            today.isAfter(SMALL_BEGINS) ? today : SMALL_BEGINS);
    var register = new DemoRegister(installation, machine);
    register.enter(DemoMunicipalities.LARGE, today, options.today());
    register.enter(DemoMunicipalities.SMALL, SMALL_BEGINS, null);
    return installation;
  }

  private static EmbeddedServer serve(
      DemoOptions options,
      DemoHome home,
      Map<String, Object> settings,
      StandIns standIns,
      DemoProgress progress) {
    int port = options.port() == 0 ? freePort() : options.port();
    var context = context(home, settings, standIns, port);
    try {
      context.start();
      var keys = context.getBean(MunicipalityKeys.class);
      DemoMunicipalities.both().forEach(municipality -> keys.prepare(municipality.code()));
      if (options.data()) {
        fill(context, progress);
      }
      return context.getBean(EmbeddedServer.class).start();
    } catch (ServerStartupException taken) {
      context.close();
      throw new DemoException(
          "Port " + options.port() + " of 127.0.0.1 is taken: choose another with --port.", taken);
    } catch (RuntimeException failed) {
      context.close();
      throw failed;
    }
  }

  private static void fill(ApplicationContext context, DemoProgress progress) {
    var large = DemoMunicipalities.LARGE;
    var today = context.getBean(DemoTime.class).today(large.code());
    context.findBean(DemoData.class).ifPresent(data -> data.fill(large, today, progress));
  }

  private static ApplicationContext context(
      DemoHome home, Map<String, Object> settings, StandIns standIns, int port) {
    return ApplicationContext.builder("demo")
        .deduceEnvironment(false)
        .properties(settings)
        .properties(at(port))
        .singletons(home.issuerKey())
        .singletons(standIns.beans())
        .build();
  }

  private static Map<String, Object> settings(
      DemoHome home, Installation installation, StandIns standIns) {
    var settings = new HashMap<>(standIns.settings());
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("datasources.default.url", installation.url());
    settings.put("datasources.default.username", Installation.APP);
    settings.put("datasources.default.password", installation.password());
    settings.put("genvej.token.audience", "genvej");
    settings.put("genvej.cpr.master-key-file", home.masterKey().toString());
    settings.put("genvej.operator.open", true);
    return settings;
  }

  private static Map<String, Object> at(int port) {
    var issuer = "http://127.0.0.1:" + port + DemoIssuer.PATH;
    return Map.of(
        "micronaut.server.port", port,
        "genvej.token.issuer", issuer,
        "genvej.token.jwks-uri", issuer + "/jwks");
  }

  /** Chosen before the start, as the issuer's name holds it. */
  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new DemoException("There is no free port on 127.0.0.1.", none);
    }
  }

  /** Where to look at what the stand-in of central tracking received. */
  public String received() {
    return standIns.tracking().received();
  }

  public String url() {
    return server.getURL().toString();
  }

  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  /** The day it is in a municipality of the demo. */
  public LocalDate today(DemoMunicipality municipality) {
    return context().getBean(DemoTime.class).today(municipality.code());
  }

  @Override
  public void close() {
    try (postgres;
        standIns) {
      server.stop();
      server.getApplicationContext().close();
    }
  }
}
