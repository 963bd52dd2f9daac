package dk.genvej.tracking.gateway;

import dk.genvej.worker.RecurringTask;
import dk.genvej.worker.WorkerTransactions;
import java.time.Instant;

/** A recurring task that does the same in every municipality; where it fails the others go on. */
abstract class EachMunicipality implements RecurringTask {

  private final WorkerTransactions transactions;

  EachMunicipality(WorkerTransactions transactions) {
    this.transactions = transactions;
  }

  abstract void run(int municipality);

  @Override
  public final void run(Instant now) {
    RuntimeException failed = null;
    for (int municipality : transactions.municipalities()) {
      try {
        run(municipality);
      } catch (RuntimeException one) {
        if (failed != null) {
          one.addSuppressed(failed);
        }
        failed = one;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
