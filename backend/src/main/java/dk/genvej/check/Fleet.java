package dk.genvej.check;

import dk.genvej.client.HttpTransport;
import dk.genvej.client.Transport;
import dk.genvej.notification.NoticeTeller;
import dk.genvej.shared.SystemTime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two equal instances on one database, with the simulation's clock. The worker's task is run in
 * both at the same moment and not by its schedule, which would keep them apart.
 */
final class Fleet implements AutoCloseable {

  private static final int SIZE = 2;

  private final Site site;
  private final SimulatedTime time;
  private final List<EmbeddedServer> instances = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private int restarts;

  Fleet(Site site, SimulatedTime time) {
    this.site = site;
    this.time = time;
    for (int i = 0; i < SIZE; i++) {
      instances.add(instance());
    }
  }

  private EmbeddedServer instance() {
    return ApplicationContext.builder("check")
        .deduceEnvironment(false)
        .properties(site.settings(-1))
        .properties(Map.of("genvej.worker.enabled", false))
        .singletons(time)
        .start()
        .getBean(EmbeddedServer.class)
        .start();
  }

  /** Both tell what is due; returns when both have. */
  void tell() {
    tellWhile(() -> {});
  }

  /** While both tell, the first is ended in the midst of it; another takes its place. */
  void tellAndRestart() {
    tellWhile(this::restart);
    tell();
  }

  private void tellWhile(Runnable meanwhile) {
    var running = new ArrayList<Future<?>>();
    for (var instance : instances) {
      var teller = instance.getApplicationContext().getBean(NoticeTeller.class);
      running.add(threads.submit(() -> teller.run(SystemTime.machine())));
    }
    meanwhile.run();
    int broken = 0;
    for (var one : running) {
      broken += ended(one) ? 0 : 1;
    }
    if (broken == running.size()) {
      throw new IllegalStateException("no instance could tell");
    }
  }

  /** False when it was ended in the midst of it. */
  private static boolean ended(Future<?> one) {
    try {
      one.get();
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (java.util.concurrent.ExecutionException brokenOff) {
      return false;
    }
  }

  private void restart() {
    var first = instances.removeFirst();
    end(first);
    instances.add(instance());
    restarts++;
  }

  int restarts() {
    return restarts;
  }

  /** To whichever instance is first. */
  Transport transport(Person person) {
    return call ->
        new HttpTransport(
                URI.create(instances.getFirst().getURL() + "/api/v1"),
                () -> site.issuer().token(person),
                http)
            .send(call);
  }

  @Override
  public void close() {
    threads.shutdown();
    http.close();
    instances.forEach(Fleet::end);
  }

  private static void end(EmbeddedServer instance) {
    instance.stop();
    instance.getApplicationContext().close();
  }
}
