package dk.genvej.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private final Counting task = new Counting();

  /** Counts its runs, and the most that went on at the same time. */
  private static final class Counting implements RecurringTask {

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public String name() {
      return "counting-" + System.identityHashCode(this);
    }

    @Override
    public Duration interval() {
      return Duration.ofMillis(20);
    }

    @Override
    public void run(Instant now) {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      pause();
      running.decrementAndGet();
      if (runs.incrementAndGet() % 3 == 0) {
        throw new IllegalStateException("every third run fails");
      }
    }

    private static void pause() {
      try {
        Thread.sleep(5);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void twoInstancesTakeTurnsAndAFailureIsTriedAgain() {
    try (var one = instance();
        var two = instance()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> task.runs.get() >= 12);
      one.stop();
      int until = task.runs.get();
      await().atMost(Duration.ofSeconds(20)).until(() -> task.runs.get() > until + 3);
      assertThat(two.isRunning()).isTrue();
    }
    assertThat(task.most).hasValue(1);
  }

  @Test
  void theMonthsOfTheLogsAreKeptAhead() throws SQLException {
    var context = TestServer.running().context();
    var first = Instant.parse("2031-03-15T12:00:00Z");
    new LogMonths(
            context.getBean(WorkerTransactions.class), context.getBean(WorkerRepository.class))
        .run(first);

    try (var connection = new World().superuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from pg_class where relname in ('event_2031_03', 'event_2033_03',"
                    + " 'access_log_2033_03', 'change_log_2033_03')")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(4);
    }
  }

  private EmbeddedServer instance() {
    return ApplicationContext.builder("test")
        .properties(TestServer.running().settings())
        .properties(Map.of("genvej.worker.poll-millis", 20, "genvej.worker.enabled", true))
        .singletons(TestServer.running().time(), task)
        .start()
        .getBean(EmbeddedServer.class)
        .start();
  }
}
