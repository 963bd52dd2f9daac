package dk.genvej.push;

import dk.genvej.shared.ArrayText;
import dk.genvej.shared.BackOff;
import dk.genvej.shared.Time;
import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of pushes, and what their devices are to know of it. */
@Singleton
class PushLedger {

  private static final Logger LOG = LoggerFactory.getLogger(PushLedger.class);
  private static final String UNIQUE_VIOLATION = "23505";

  private final WorkerTransactions transactions;
  private final PushRepository repository;
  private final PushFigures figures;
  private final Time time;
  private final RandomGenerator chance = RandomGenerator.of("L64X128MixRandom");

  PushLedger(
      WorkerTransactions transactions, PushRepository repository, PushFigures figures, Time time) {
    this.transactions = transactions;
    this.repository = repository;
    this.figures = figures;
    this.time = time;
  }

  record Settled(PushRow push, Fate fate) {}

  /**
   * @param results of what was sent, in its order
   */
  void record(int municipality, PushDispatch.Taken taken, List<SendResult> results) {
    results.forEach(this::pauseEverybody);
    transactions.in(
        municipality,
        round -> {
          var settled = new ArrayList<Settled>();
          for (int i = 0; i < results.size(); i++) {
            var push = taken.toSend().get(i);
            settled.add(new Settled(push, fate(round, taken.began(), push, results.get(i))));
          }
          tell(round, settled, results);
          return settle(municipality, taken.lease(), settled);
        });
    for (int i = 0; i < results.size(); i++) {
      figures.sent(taken.toSend().get(i).kind(), results.get(i));
    }
  }

  private Fate fate(Round round, Instant began, PushRow push, SendResult result) {
    var renewed = result instanceof SendResult.DeadToken && buried(round, began, push);
    return Fate.of(result, push.attempts(), renewed, round.now(), chance.nextDouble());
  }

  /** Takes the token away; whether the device has got another since. */
  private boolean buried(Round round, Instant began, PushRow push) {
    int municipality = round.municipality();
    var token = Objects.requireNonNull(push.token(), "sent");
    figures.removed(repository.bury(municipality, push.deviceId(), token, began));
    return repository.address(municipality, push.deviceId(), push.userId()).pushToken() != null;
  }

  /** A quota of the project, or FCM as a whole: nobody sends before it is over. */
  private void pauseEverybody(SendResult result) {
    if (result instanceof SendResult.RetryAfter later && later.everybody()) {
      var delay = BackOff.spread(later.delay(), chance.nextDouble());
      LOG.warn("FCM wants nothing for {}: {}", delay, later.problem());
      var all = transactions.municipalities();
      var until = all.stream().map(time::now).map(now -> now.plus(delay)).toList();
      transactions.overAll(
          () -> {
            repository.pause(ArrayText.of(all), ArrayText.of(until), later.problem().name());
            return delay;
          });
    }
  }

  private void tell(Round round, List<Settled> settled, List<SendResult> results) {
    var pauses = results.stream().map(result -> pauseOfDevice(result, round.now())).toList();
    repository.tell(
        round.municipality(),
        round.now(),
        column(settled, one -> one.push().deviceId()),
        column(settled, one -> one.push().userId()),
        column(settled, one -> one.fate().problem()),
        ArrayText.of(pauses));
  }

  private static @Nullable Instant pauseOfDevice(SendResult result, Instant now) {
    return result instanceof SendResult.RetryAfter later && !later.everybody()
        ? now.plus(later.delay())
        : null;
  }

  /** In the open transaction, under this lease. */
  int settle(int municipality, UUID lease, List<Settled> settled) {
    if (settled.isEmpty()) {
      return 0;
    }
    int written =
        repository.settle(
            municipality,
            lease,
            column(settled, one -> one.push().notificationId()),
            column(settled, one -> one.push().deviceId()),
            column(settled, one -> one.fate().state()),
            column(settled, one -> one.fate().nextAt()),
            column(settled, one -> one.fate().problem()),
            column(settled, one -> one.fate().sent() ? 1 : 0));
    if (written < settled.size()) {
      LOG.warn("{} pushes were given to another sender meanwhile", settled.size() - written);
    }
    return written;
  }

  private static String column(List<Settled> settled, Function<Settled, @Nullable Object> value) {
    return ArrayText.of(settled.stream().map(value).toList());
  }

  /** Whether a claim was lost because something is under way to one of its devices. */
  static boolean underWayElsewhere(Throwable failed) {
    for (var cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
