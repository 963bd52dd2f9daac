package dk.genvej.tracking.delivery;

import dk.genvej.shared.ArrayText;
import dk.genvej.worker.RecurringTask;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, to every receiver of every municipality. */
@Singleton
public class DeliveryTask implements RecurringTask {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryTask.class);

  /** So many groups to one receiver before the next has its turn. */
  private static final int TURN = 20;

  private final WorkerTransactions transactions;
  private final DeliveryRepository repository;
  private final Receivers receivers;
  private final Deliverer deliverer;

  DeliveryTask(
      WorkerTransactions transactions,
      DeliveryRepository repository,
      Receivers receivers,
      Deliverer deliverer) {
    this.transactions = transactions;
    this.repository = repository;
    this.receivers = receivers;
    this.deliverer = deliverer;
  }

  @Override
  public String name() {
    return "outcome-delivery";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run(Instant now) {
    register(now);
    for (var told : transactions.overAll(repository::told)) {
      try {
        deliver(told.municipality(), told.name());
      } catch (RuntimeException failed) {
        LOG.error("Nothing goes to {} of {}", told.name(), told.municipality(), failed);
      }
    }
  }

  /** Answers how many were sent to one receiver of one municipality. */
  public int deliver(int municipality, String receiver) {
    var client = receivers.client(receiver);
    if (client.isEmpty()) {
      return 0;
    }
    int sent = 0;
    for (int turn = 0; turn < TURN; turn++) {
      int group = deliverer.group(municipality, receiver, client.get());
      sent += group;
      if (group == 0) {
        return sent;
      }
    }
    return sent;
  }

  /** From now on what is new of these municipalities is for them; the past is replayed. */
  private void register(Instant now) {
    for (var receiver : receivers.all()) {
      transactions.overAll(
          () -> {
            repository.register(receiver.name(), ArrayText.of(receiver.municipalities()), now);
            return receiver;
          });
    }
  }
}
