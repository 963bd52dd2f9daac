package dk.genvej.tracking.gateway;

import dk.genvej.shared.Time;
import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Instant;
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
  private final GatewayRepository repository;

  LagWatch(WorkerTransactions transactions, GatewayRepository repository) {
    this.transactions = transactions;
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
    int municipality = round.municipality();
    return lag(
        repository.open(municipality),
        repository.lastDay(municipality).map(LagQueries.Day::day),
        new ReportingChoices(repository.choices(municipality), null),
        round.now());
  }

  /**
   * @param open what is not with the gateway, by state
   * @param lastDay the last day whose reports were made
   */
  static Lag lag(
      List<LagQueries.Open> open,
      Optional<LocalDate> lastDay,
      ReportingChoices choices,
      Instant now) {
    var late =
        open.stream().filter(one -> one.state() != ReportState.HELD).map(LagQueries.Open::oldest);
    var oldest =
        Stream.concat(late, notMade(lastDay, choices, now).stream()).min(LocalDate::compareTo);
    var today = Time.dayOf(now);
    var grade =
        oldest
            .map(day -> LagGrade.of(day, now, choices.lagAlarmDays(today)))
            .orElse(LagGrade.IN_TIME);
    return new Lag(
        grade,
        oldest.orElse(null),
        count(open, ReportState.WAITING) + count(open, ReportState.SENT),
        count(open, ReportState.REFUSED),
        count(open, ReportState.HELD));
  }

  /** The first day that has ended and whose reports are not made, on which there is reporting. */
  private static Optional<LocalDate> notMade(
      Optional<LocalDate> lastDay, ReportingChoices choices, Instant now) {
    var next = lastDay.map(day -> day.plusDays(1)).or(choices::first);
    return next.filter(day -> !day.isAfter(DailyReports.lastEnded(now)))
        .filter(day -> choices.since(day).isPresent());
  }

  static int count(List<LagQueries.Open> open, ReportState state) {
    return open.stream()
        .filter(one -> one.state() == state)
        .mapToInt(LagQueries.Open::reports)
        .sum();
  }
}
