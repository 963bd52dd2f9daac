package dk.genvej.push;

import dk.genvej.push.PushRepository.Pause;
import dk.genvej.push.PushRepository.Waiting;
import dk.genvej.shared.Time;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far pushing is behind, over all municipalities, each by its own clock. Asked of the database
 * when somebody looks, as another instance may have done the work.
 */
@Singleton
class PushBacklog {

  /** Several gauges are read in one look. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final WorkerTransactions transactions;
  private final PushRepository repository;
  private final Time time;
  private @Nullable Figures last;
  private long lastLook;

  PushBacklog(WorkerTransactions transactions, PushRepository repository, Time time) {
    this.transactions = transactions;
    this.repository = repository;
    this.time = time;
  }

  /**
   * @param waiting pushes that are not done
   * @param oldestPush how long the oldest of them has waited that may be sent
   * @param paused how long FCM still wants nothing
   */
  record Figures(long waiting, Duration oldestPush, Duration paused) {}

  synchronized Figures look() {
    var known = last;
    if (known == null || System.nanoTime() - lastLook > FRESH.toNanos()) {
      known = transactions.overAll(this::figures);
      last = known;
      lastLook = System.nanoTime();
    }
    return known;
  }

  private Figures figures() {
    var waiting = repository.waiting();
    return new Figures(
        waiting.stream().mapToLong(Waiting::count).sum(),
        longest(waiting.stream().map(one -> since(one.municipalityId(), one.oldest())).toList()),
        longest(repository.pauses().stream().map(this::still).toList()));
  }

  private Duration since(int municipality, @Nullable Instant moment) {
    return moment == null ? Duration.ZERO : Duration.between(moment, time.now(municipality));
  }

  private Duration still(Pause pause) {
    return Duration.between(time.now(pause.municipalityId()), pause.until());
  }

  private static Duration longest(List<Duration> durations) {
    return durations.stream()
        .filter(Duration::isPositive)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
