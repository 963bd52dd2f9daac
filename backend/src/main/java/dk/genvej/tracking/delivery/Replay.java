package dk.genvej.tracking.delivery;

import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;

/** Tells a receiver what was told before it was there. */
@Singleton
public class Replay {

  private static final int GROUP = 500;

  private final WorkerTransactions transactions;
  private final ReplayRepository repository;

  Replay(WorkerTransactions transactions, ReplayRepository repository) {
    this.transactions = transactions;
    this.repository = repository;
  }

  /** In small groups; answers how many versions wait now that did not. */
  public int run(int municipality, String receiver) {
    int all = 0;
    for (int group = group(municipality, receiver);
        group > 0;
        group = group(municipality, receiver)) {
      all += group;
    }
    return all;
  }

  private int group(int municipality, String receiver) {
    return transactions.in(
        municipality, round -> repository.enqueue(municipality, receiver, round.now(), GROUP));
  }
}
