package dk.genvej.tracking.gateway;

import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after reports that are late: a warning after a day, an alarm after as many as the
 * municipality chose. What we hold by choice is not late, and is counted all the same.
 */
@Singleton
public class LagWatch {

  private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);

  private final WorkerTransactions transactions;
  private final GatewayRepository reports;
  private final LagRepository repository;

  LagWatch(WorkerTransactions transactions, GatewayRepository reports, LagRepository repository) {
    this.transactions = transactions;
    this.reports = reports;
    this.repository = repository;
  }

  /**
   * @param oldest the oldest day that should be with the gateway and is not; null when none
   * @param waiting made and not answered, refused and to be mended, and held
   */
  public record Lag(
      LagGrade grade, @Nullable LocalDate oldest, int waiting, int refused, int held) {}

  /** Looks, and says so in the log when it is late. */
  public Lag look(int municipality) {
    var lag = transactions.in(municipality, this::lag);
    switch (lag.grade()) {
      case IN_TIME -> {}
      case LATE -> LOG.warn("gateway reports of {} are late: {}", municipality, lag);
      case ALARM -> LOG.error("gateway reports of {} are far too late: {}", municipality, lag);
    }
    return lag;
  }

  private Lag lag(Round round) {
    var open = repository.open(round.municipality());
    var choices = new ReportingChoices(reports.choices(round.municipality()), null);
    var late =
        open.stream()
            .filter(one -> one.state() != ReportState.HELD)
            .map(LagRepository.Open::oldest);
    var oldest = Stream.concat(late, notMade(round, choices).stream()).min(LocalDate::compareTo);
    var grade =
        oldest
            .map(day -> LagGrade.of(day, round.now(), choices.lagAlarmDays(round.today())))
            .orElse(LagGrade.IN_TIME);
    return new Lag(
        grade,
        oldest.orElse(null),
        count(open, ReportState.WAITING) + count(open, ReportState.SENT),
        count(open, ReportState.REFUSED),
        count(open, ReportState.HELD));
  }

  /** The first day that has ended and whose reports are not made, on which there is reporting. */
  private Optional<LocalDate> notMade(Round round, ReportingChoices choices) {
    var next =
        reports.lastDay(round.municipality()).map(one -> one.day().plusDays(1)).or(choices::first);
    return next.filter(day -> !day.isAfter(DailyReports.lastEnded(round.now())))
        .filter(day -> choices.since(day).isPresent());
  }

  private static int count(List<LagRepository.Open> open, ReportState state) {
    return open.stream()
        .filter(one -> one.state() == state)
        .mapToInt(LagRepository.Open::reports)
        .sum();
  }
}
