package dk.genvej.tracking.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.receiver.Held;
import dk.genvej.receiver.Receiver;
import dk.genvej.receiver.ReceiverOptions;
import dk.genvej.receiver.Weather;
import dk.genvej.shared.SystemTime;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One receiver for all tests, and a worker that knows the way to it, on the test server's database
 * and clocks.
 */
public final class Region {

  public static final String NAME = "region";

  private static final AtomicReference<Weather> WEATHER = new AtomicReference<>(Weather.CALM);
  private static final Region ONE = new Region();

  private final Receiver receiver;
  private final ApplicationContext context;

  private Region() {
    try {
      var folder = Files.createTempDirectory(Path.of("target"), "receiver");
      var options = new ReceiverOptions(0, folder, "fast", "genvej", "hemmelig", false);
      receiver =
          Receiver.start(
              options, (id, version) -> WEATHER.get().over(id, version), SystemTime::machine);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    context = worker(receiver.url(), 999);
  }

  /** A worker that knows one receiver of one municipality, by client credentials. */
  static ApplicationContext worker(String url, int municipality) {
    var prefix = "genvej.tracking.receivers." + NAME + ".";
    return ApplicationContext.builder("test")
        .properties(TestServer.running().settings())
        .properties(
            Map.of(
                prefix + "url",
                url,
                prefix + "municipalities",
                Integer.toString(municipality),
                prefix + "token-url",
                url + "/token",
                prefix + "client-id",
                "genvej",
                prefix + "client-secret",
                "hemmelig",
                prefix + "timeout-seconds",
                1))
        .singletons(TestServer.running().time())
        .start();
  }

  public static ApplicationContext context() {
    return ONE.context;
  }

  /** From now on the municipality's outcomes are for it. */
  public static void tellOf(World world) {
    world.past(
        "insert into outcome_receiver (municipality_id, name, since) values (:m, '%s', now())"
            .formatted(NAME));
  }

  /** As the worker would by now; answers how many were sent. */
  public static int deliver(World world) {
    return ONE.context.getBean(DeliveryTask.class).deliver(world.municipality, NAME);
  }

  public static void reconcile(World world) {
    ONE.context.getBean(Reconciler.class).reconcile(world.municipality, NAME);
  }

  /** Tests run one after another, so the weather is all its own. */
  public static void during(Weather weather, Runnable what) {
    WEATHER.set(weather);
    try {
      what.run();
    } finally {
      WEATHER.set(Weather.CALM);
    }
  }

  /** What it holds of a municipality, in the order it came. */
  public static List<Held> held(World world) {
    return ONE.receiver.ledger().held().stream()
        .filter(one -> one.municipality() == world.municipality)
        .toList();
  }

  public static List<Held> standing(World world) {
    return ONE.receiver.ledger().standing(world.municipality);
  }

  /** What it received of a municipality, in the order it came; of the latest hundred. */
  public static List<JsonNode> received(World world) {
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(url() + "/received"))
                      .header("Authorization", "Bearer fast")
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      var bodies = new ArrayList<JsonNode>();
      for (var body : new ObjectMapper().readTree(answer.body()).get("latest")) {
        if (body.get("municipality").asInt() == world.municipality) {
          bodies.addFirst(body);
        }
      }
      return bodies;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  public static String url() {
    return ONE.receiver.url();
  }
}
