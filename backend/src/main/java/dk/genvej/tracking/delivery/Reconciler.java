package dk.genvej.tracking.delivery;

import dk.genvej.tracking.delivery.ReconciliationRepository.Ours;
import dk.genvej.worker.RecurringTask;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what a receiver has, month by month, against what it is to have (R75): once a day, and when
 * an operator asks for it.
 */
@Singleton
public class Reconciler implements RecurringTask {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration DAILY = Duration.ofDays(1);
  private static final YearMonth LATEST = YearMonth.of(2999, 12);
  private static final YearMonth EARLIEST = YearMonth.of(2000, 1);

  /** Of a month without rows: the hash of no text at all. */
  static final ReceiverClient.Month NOTHING =
      new ReceiverClient.Month(
          0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  private final WorkerTransactions transactions;
  private final DeliveryRepository deliveries;
  private final ReconciliationRepository repository;
  private final Receivers receivers;

  Reconciler(
      WorkerTransactions transactions,
      DeliveryRepository deliveries,
      ReconciliationRepository repository,
      Receivers receivers) {
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.repository = repository;
    this.receivers = receivers;
  }

  @Override
  public String name() {
    return "outcome-reconciliation";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(15);
  }

  @Override
  public void run(Instant now) {
    for (var told : transactions.overAll(deliveries::told)) {
      if (due(told.municipality(), told.name())) {
        reconcile(told.municipality(), told.name());
      }
    }
  }

  private boolean due(int municipality, String receiver) {
    return transactions.in(
        municipality,
        round -> {
          var at = deliveries.standing(municipality, receiver).reconcileAt();
          return at == null || !at.isAfter(round.now());
        });
  }

  /** A receiver that does not answer is asked again the next day, or when an operator says so. */
  public void reconcile(int municipality, String receiver) {
    var client = receivers.client(receiver);
    if (client.isEmpty()) {
      return;
    }
    try {
      var theirs = client.get().reconciliation(municipality, EARLIEST, LATEST);
      transactions.in(
          municipality,
          round -> {
            compare(municipality, receiver, theirs, round.now());
            return theirs;
          });
    } catch (IOException failed) {
      LOG.warn("Receiver {} does not say what it holds of {}", receiver, municipality);
      transactions.in(
          municipality,
          round -> {
            repository.next(municipality, receiver, round.now().plus(DAILY));
            return receiver;
          });
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void compare(
      int municipality, String receiver, Map<YearMonth, ReceiverClient.Month> theirs, Instant now) {
    var ours =
        repository.ours(municipality, receiver).stream()
            .collect(Collectors.toMap(one -> YearMonth.from(one.month()), Function.identity()));
    var months = new TreeSet<>(ours.keySet());
    months.addAll(theirs.keySet());
    for (var month : months) {
      var our = ours.getOrDefault(month, new Ours(month.atDay(1), 0, NOTHING.hash()));
      var their = theirs.getOrDefault(month, NOTHING);
      repository.compared(
          municipality,
          receiver,
          month.atDay(1),
          our.many(),
          our.hash(),
          their.count(),
          their.hash(),
          now);
    }
    repository.next(municipality, receiver, now.plus(DAILY));
  }
}
