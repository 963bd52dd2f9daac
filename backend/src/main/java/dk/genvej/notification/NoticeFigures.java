package dk.genvej.notification;

import dk.genvej.notification.WorkerNoticeRepository.Waiting;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What operations must know of deadlines and notices, for metrics and health. Counted when it is
 * asked for, and kept for a minute, as it looks into every municipality.
 */
@Singleton
public class NoticeFigures {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final WorkerTransactions transactions;
  private final WorkerNoticeRepository repository;
  private final Time time;
  private @Nullable Counted counted;

  NoticeFigures(WorkerTransactions transactions, WorkerNoticeRepository repository, Time time) {
    this.transactions = transactions;
    this.repository = repository;
    this.time = time;
  }

  /**
   * Over all municipalities.
   *
   * @param overdueEvaluations twelve-week evaluations of running courses whose due date has passed
   * @param untold notices whose time has come and that are not told yet
   * @param oldestUntold how long the oldest of them has waited; zero when there is none
   * @param toldToNobody notices of the last day that had no recipient
   */
  public record Figures(
      long overdueEvaluations, long untold, Duration oldestUntold, long toldToNobody) {}

  private record Counted(Figures figures, Instant at) {}

  public synchronized Figures now() {
    var machine = SystemTime.machine();
    var known = counted;
    if (known == null || known.at().plus(KEPT).isBefore(machine)) {
      known = new Counted(count(), machine);
      counted = known;
    }
    return known.figures();
  }

  private Figures count() {
    var municipalities = transactions.municipalities();
    var clocks = municipalities.stream().map(time::now).toList();
    Waiting waiting =
        transactions.overAll(
            () -> repository.waiting(ArrayText.of(municipalities), ArrayText.of(clocks)));
    long overdue =
        municipalities.stream()
            .mapToLong(
                code -> transactions.in(code, round -> repository.overdue(code, round.today())))
            .sum();
    return new Figures(
        overdue,
        waiting.untold(),
        Duration.ofSeconds(Objects.requireNonNullElse(waiting.oldestSeconds(), 0L)),
        waiting.toldToNobody());
  }
}
