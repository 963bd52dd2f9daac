package dk.genvej.check;

import dk.genvej.check.push.PushWatch;
import dk.genvej.client.HttpTransport;
import dk.genvej.client.Transport;
import dk.genvej.notification.NoticeTeller;
import dk.genvej.push.PushDispatch;
import dk.genvej.shared.SystemTime;
import dk.genvej.worker.RecurringTask;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Two equal instances on one database, with the simulation's clock. The worker's tasks are run in
 * both at the same moment and not by their schedule, which would keep them apart.
 */
final class Fleet implements AutoCloseable {

  private static final int SIZE = 2;

  /** A pool hands out a connection it used a moment ago without asking whether it lives. */
  private static final int ATTEMPTS = 12;

  private final Site site;
  private final SimulatedTime time;
  private final PushWatch watch;
  private final List<EmbeddedServer> instances = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private int restarts;
  private int cuts;
  private int landed;
  private @Nullable Exception failure;

  Fleet(Site site, SimulatedTime time, PushWatch watch) {
    this.site = site;
    this.time = time;
    this.watch = watch;
    for (int i = 0; i < SIZE; i++) {
      instances.add(instance());
    }
  }

  private EmbeddedServer instance() {
    return ApplicationContext.builder("check")
        .deduceEnvironment(false)
        .properties(site.settings(-1))
        .properties(watch.settings())
        .properties(Map.of("genvej.worker.enabled", false))
        .singletons(time)
        .start()
        .getBean(EmbeddedServer.class)
        .start();
  }

  /** Both tell what is due; returns when both have. What was broken off is tried again. */
  void tell() {
    untilBothHave(NoticeTeller.class);
    wake();
  }

  /** Both send what is to be pushed. */
  void wake() {
    untilBothHave(PushDispatch.class);
  }

  private void untilBothHave(Class<? extends RecurringTask> task) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (bothRun(task, () -> {}) == 0) {
        return;
      }
    }
    throw new IllegalStateException("the instances cannot do " + task.getSimpleName(), failure);
  }

  /** While both tell, their connections are cut in the midst of it; then they tell again. */
  void tellCutOff(int afterMillis) {
    cuts++;
    if (bothRun(NoticeTeller.class, () -> cutOff(afterMillis)) > 0) {
      landed++;
    }
    tell();
  }

  /** While both tell, the first is ended; another takes its place. */
  void tellAndRestart() {
    bothRun(NoticeTeller.class, this::restart);
    tell();
  }

  /** How many were broken off. */
  private int bothRun(Class<? extends RecurringTask> task, Runnable meanwhile) {
    var running = new ArrayList<Future<?>>();
    for (var instance : instances) {
      var one = instance.getApplicationContext().getBean(task);
      running.add(threads.submit(() -> one.run(SystemTime.machine())));
    }
    meanwhile.run();
    return (int) running.stream().filter(one -> !ended(one)).count();
  }

  private boolean ended(Future<?> one) {
    try {
      one.get();
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException brokenOff) {
      failure = brokenOff;
      return false;
    }
  }

  /** As when a process or a network dies: the database hears no more of the transaction. */
  private void cutOff(int afterMillis) {
    Backend.pause(Duration.ofMillis(afterMillis));
    try (var connection = site.superuser();
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
              + " 'genvej-worker'");
    } catch (SQLException failed) {
      throw new IllegalStateException("the connections could not be cut", failed);
    }
  }

  private void restart() {
    var first = instances.removeFirst();
    end(first);
    instances.add(instance());
    restarts++;
  }

  /** For the record: "3 restarts, 4 cuts, 2 of them in the midst of telling". */
  String troubles() {
    return "%d restarts, %d cuts, %d of them in the midst of telling"
        .formatted(restarts, cuts, landed);
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
