package dk.genvej.push;

import dk.genvej.worker.RecurringTask;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends what nobody could send in time, also where there is no sender, and forgets what ended a
 * month ago: the inbox is the record.
 */
@Singleton
class PushTidying implements RecurringTask {

  private static final Duration KEPT = Duration.ofDays(30);

  private final WorkerTransactions transactions;
  private final PushRepository repository;

  PushTidying(WorkerTransactions transactions, PushRepository repository) {
    this.transactions = transactions;
    this.repository = repository;
  }

  @Override
  public String name() {
    return "tidy-pushes";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(Instant now) {
    WorkerTransactions.each(transactions.municipalities(), this::tidy);
  }

  void tidy(int municipality) {
    transactions.in(
        municipality,
        round -> {
          repository.expire(municipality, round.now(), round.now().minus(Fate.WORTH_IT));
          return repository.forget(municipality, round.now().minus(KEPT));
        });
  }
}
