package dk.genvej.push;

import dk.genvej.notification.PushPreferences;
import dk.genvej.shared.Time;
import dk.genvej.worker.RecurringTask;
import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due: claims it with a lease in one transaction, sends it in none, and records what
 * became of it in another. Any number of instances may do so at once; one that dies with pushes in
 * hand leaves them to whoever comes after its lease (docs/adr/0016).
 */
@Singleton
public class PushDispatch implements RecurringTask {

  /** Well beyond what a sender takes for a batch. */
  static final Duration LEASE = Duration.ofMinutes(2);

  /** Then other municipalities, and other work, have their turn. */
  private static final Duration IN_A_ROW = Duration.ofSeconds(30);

  private final WorkerTransactions transactions;
  private final PushRepository repository;
  private final PushPreferences preferences;
  private final PushLedger ledger;
  private final Time time;
  private final @Nullable PushSender sender;

  PushDispatch(
      WorkerTransactions transactions,
      PushRepository repository,
      PushPreferences preferences,
      PushLedger ledger,
      Time time,
      @Nullable PushSender sender) {
    this.transactions = transactions;
    this.repository = repository;
    this.preferences = preferences;
    this.ledger = ledger;
    this.time = time;
    this.sender = sender;
  }

  @Override
  public String name() {
    return "send-pushes";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run(Instant now) {
    if (sender == null) {
      return;
    }
    var due =
        transactions.overAll(repository::waiting).stream()
            .filter(place -> !place.earliest().isAfter(time.now(place.municipalityId())))
            .map(PushRepository.Waiting::municipalityId)
            .toList();
    WorkerTransactions.each(due, this::deliver);
  }

  /** Of one municipality, as long as something is due, and not for too long. */
  void deliver(int municipality) {
    long end = System.nanoTime() + IN_A_ROW.toNanos();
    int claimed;
    do {
      claimed = batch(municipality);
    } while (claimed > 0 && System.nanoTime() < end);
  }

  /**
   * One batch.
   *
   * @return how many were claimed, sent or not
   */
  public int batch(int municipality) {
    if (sender == null) {
      return 0;
    }
    var taken = take(municipality, UUID.randomUUID());
    if (!taken.toSend().isEmpty()) {
      var results = sender.send(taken.toSend().stream().map(PushDispatch::push).toList());
      ledger.record(municipality, taken, results);
    }
    return taken.claimed();
  }

  /**
   * What one sender has in hand.
   *
   * @param claimed how many, those included that turned out not to be sent
   * @param began before anything was sent
   */
  record Taken(UUID lease, int claimed, Instant began, List<PushRow> toSend) {}

  private Taken take(int municipality, UUID lease) {
    try {
      return transactions.in(municipality, round -> claim(round, lease));
    } catch (DataAccessException lost) {
      if (!PushLedger.underWayElsewhere(lost)) {
        throw lost;
      }
      // Somebody began to send to one of the devices at this very moment: next time.
      return new Taken(lease, 0, Instant.EPOCH, List.of());
    }
  }

  private Taken claim(Round round, UUID lease) {
    var now = round.now();
    int claimed =
        repository.claim(round.municipality(), lease, now, now.plus(LEASE), PushSender.MOST);
    var held = claimed == 0 ? List.<PushRow>of() : repository.held(round.municipality(), lease);
    return new Taken(lease, claimed, now, judge(round, lease, held));
  }

  /** Answers what is to be sent; what is not is settled at once. */
  private List<PushRow> judge(Round round, UUID lease, List<PushRow> held) {
    var chosen = preferences.of(round, held.stream().map(PushRow::userId).toList());
    var toSend = new ArrayList<PushRow>();
    var unsent = new ArrayList<PushLedger.Settled>();
    for (var push : held) {
      var preference = Objects.requireNonNull(chosen.get(push.userId()), "one for each");
      Fate.unsent(push, preference, round.now())
          .ifPresentOrElse(
              fate -> unsent.add(new PushLedger.Settled(push, fate)), () -> toSend.add(push));
    }
    ledger.settle(round.municipality(), lease, unsent);
    return toSend;
  }

  private static Push push(PushRow row) {
    return new Push(row.wake(), Objects.requireNonNull(row.token(), "judged"));
  }
}
