package dk.genvej.tracking.delivery;

import dk.genvej.tracking.OutcomeBackfill;
import dk.genvej.worker.RecurringTask;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Looks for what ended untold, in every municipality. */
@Singleton
class BackfillTask implements RecurringTask {

  private final WorkerTransactions transactions;
  private final OutcomeBackfill backfill;

  BackfillTask(WorkerTransactions transactions, OutcomeBackfill backfill) {
    this.transactions = transactions;
    this.backfill = backfill;
  }

  @Override
  public String name() {
    return "outcome-backfill";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Instant now) {
    transactions.municipalities().forEach(backfill::run);
  }
}
