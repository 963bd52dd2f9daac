package dk.genvej.tracking.delivery;

import dk.genvej.shared.Time;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** How far every receiver is behind, for whoever watches the installation. */
@Singleton
public class DeliveryFigures {

  private final WorkerTransactions transactions;
  private final FiguresRepository repository;
  private final Time time;

  DeliveryFigures(WorkerTransactions transactions, FiguresRepository repository, Time time) {
    this.transactions = transactions;
    this.repository = repository;
    this.time = time;
  }

  /**
   * One receiver of one municipality.
   *
   * @param lag how long the longest waiting version has waited; zero when none does
   */
  public record Figure(int municipality, String receiver, int waiting, int parked, Duration lag) {}

  public List<Figure> all() {
    return transactions.overAll(repository::queues).stream().map(this::figure).toList();
  }

  private Figure figure(FiguresRepository.Queue queue) {
    var oldest = queue.oldest();
    var lag =
        oldest == null ? Duration.ZERO : Duration.between(oldest, time.now(queue.municipality()));
    return new Figure(
        queue.municipality(),
        queue.receiver(),
        queue.waiting(),
        queue.parked(),
        lag.isNegative() ? Duration.ZERO : lag);
  }
}
