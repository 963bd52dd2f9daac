package dk.genvej.worker;

import static com.github.kagkarlsson.scheduler.SchedulerBuilder.UPPER_LIMIT_FRACTION_OF_THREADS_FOR_FETCH;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.genvej.shared.SystemTime;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs the recurring tasks of this instance's share: it begins with the server and ends with it. An
 * instance that dies with a task in hand is noticed by the missing heartbeats, and another takes
 * over.
 */
@Singleton
@Requires(property = "genvej.worker.enabled", value = "true")
class Worker implements ApplicationEventListener<ServerStartupEvent> {

  private static final String TABLE = "worker_task";

  /** Six of these without a sign of life, and a task in hand is given to somebody else. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** A task may finish what it has begun; what it has not is rolled back. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Scheduler scheduler;

  Worker(
      @Named(WorkerTransactions.DATA_SOURCE) DataSource dataSource,
      DataSourceResolver resolver,
      List<dk.genvej.worker.RecurringTask> tasks,
      WorkerSettings settings) {
    // The library handles its transactions itself, hence the pool itself and not what wraps it.
    this.scheduler =
        Scheduler.create(resolver.resolve(dataSource))
            .startTasks(tasks.stream().map(Worker::task).toList())
            .tableName(TABLE)
            .threads(settings.threads())
            .pollingInterval(Duration.ofMillis(settings.pollMillis()))
            .pollUsingLockAndFetch(0.5, UPPER_LIMIT_FRACTION_OF_THREADS_FOR_FETCH)
            .heartbeatInterval(HEARTBEAT)
            .shutdownMaxWait(PATIENCE)
            .clock(SystemTime::machine)
            .build();
  }

  private static RecurringTask<Void> task(dk.genvej.worker.RecurringTask task) {
    return Tasks.recurring(task.name(), FixedDelay.of(task.interval()))
        .execute((_, _) -> task.run(SystemTime.machine()));
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    scheduler.start();
  }

  @PreDestroy
  void stop() {
    scheduler.stop();
  }
}
