package dk.genvej.worker;

import dk.genvej.shared.Time;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Keeps the monthly partitions of the logs ahead of the calendar. */
@Singleton
class LogMonths implements RecurringTask {

  private static final int MONTHS_AHEAD = 24;

  private final WorkerTransactions transactions;
  private final WorkerRepository repository;

  LogMonths(WorkerTransactions transactions, WorkerRepository repository) {
    this.transactions = transactions;
    this.repository = repository;
  }

  @Override
  public String name() {
    return "log-months";
  }

  @Override
  public Duration interval() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(Instant now) {
    var today = Time.dayOf(now);
    transactions.overAll(() -> repository.ensureMonths(today, today.plusMonths(MONTHS_AHEAD)));
  }
}
