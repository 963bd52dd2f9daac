package dk.genvej.tracking.gateway;

import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks after reports that are late. */
@Singleton
final class LagTask extends EachMunicipality {

  private final LagWatch watch;

  LagTask(WorkerTransactions transactions, LagWatch watch) {
    super(transactions);
    this.watch = watch;
  }

  @Override
  public String name() {
    return "gateway-lag";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  void run(int municipality) {
    watch.look(municipality);
  }
}
