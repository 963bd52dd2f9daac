package dk.genvej.tracking.gateway;

import dk.genvej.shared.Time;
import dk.genvej.tracking.gateway.CitizenReports.Cause;
import dk.genvej.tracking.gateway.CitizenReports.Task;
import dk.genvej.tracking.gateway.GatewayRepository.Who;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the reports of every day that has ended and is not made yet, one transaction for each
 * citizen. One that cannot be made is held and holds up no other.
 */
@Singleton
public class DailyReports {

  private static final Logger LOG = LoggerFactory.getLogger(DailyReports.class);

  /** What is received late in the evening has been committed by then. */
  private static final LocalTime MADE_AT = LocalTime.of(0, 30);

  private final WorkerTransactions transactions;
  private final GatewayRepository repository;
  private final CitizenReports citizens;
  private final Classification classification;

  DailyReports(
      WorkerTransactions transactions,
      GatewayRepository repository,
      CitizenReports citizens,
      Classification classification) {
    this.transactions = transactions;
    this.repository = repository;
    this.citizens = citizens;
    this.classification = classification;
  }

  /**
   * And once more what did not get through, where somebody asked for that.
   *
   * @return how many reports were made
   */
  public int make(int municipality) {
    int made = 0;
    for (var day = next(municipality); day.isPresent(); day = next(municipality)) {
      made += make(municipality, day.get());
    }
    return made + anew(municipality);
  }

  /** As of the last day that is made: those of later days come of themselves. */
  private int anew(int municipality) {
    var asked = transactions.in(municipality, _ -> repository.waking(municipality));
    if (asked.isEmpty()) {
      return 0;
    }
    var last = transactions.in(municipality, _ -> repository.lastDay(municipality));
    int made = last.map(one -> anew(municipality, one.day())).orElse(0);
    transactions.in(
        municipality,
        _ -> {
          repository.awake(municipality, asked.get().askedAt());
          return made;
        });
    return made;
  }

  private int anew(int municipality, LocalDate day) {
    var how = transactions.in(municipality, _ -> choices(municipality).on(day, classification));
    var citizens = how.isEmpty() ? Set.<UUID>of() : unfinished(municipality);
    int made = 0;
    for (var citizen : citizens) {
      made += make(municipality, citizen, day, how.get(), Cause.WOKEN);
    }
    return made;
  }

  private Set<UUID> unfinished(int municipality) {
    return transactions.in(municipality, _ -> ids(repository.unfinished(municipality)));
  }

  /** The day whose reports are to be made next, if any. */
  private Optional<LocalDate> next(int municipality) {
    return transactions.in(
        municipality,
        round -> {
          var last = repository.lastDay(municipality).map(one -> one.day().plusDays(1));
          var first = choices(municipality).first();
          return last.or(() -> first).filter(day -> !day.isAfter(lastEnded(round.now())));
        });
  }

  /** The last day whose reports can be made: half an hour after it has ended. */
  static LocalDate lastEnded(Instant now) {
    var local = now.atZone(Time.ZONE);
    var today = local.toLocalDate();
    return today.minusDays(local.toLocalTime().isBefore(MADE_AT) ? 2 : 1);
  }

  private int make(int municipality, LocalDate day) {
    var how = transactions.in(municipality, _ -> choices(municipality).on(day, classification));
    int made = how.map(one -> make(municipality, day, one)).orElse(0);
    transactions.in(
        municipality,
        round -> {
          repository.close(municipality, day, round.now(), made);
          return made;
        });
    return made;
  }

  private int make(int municipality, LocalDate day, Reporting how) {
    var changed = changed(municipality, day, how);
    var unfinished = unfinished(municipality);
    int made = 0;
    for (var citizen : Stream.concat(changed.stream(), unfinished.stream()).distinct().toList()) {
      var cause = changed.contains(citizen) ? Cause.CHANGED : Cause.UNFINISHED;
      made += make(municipality, citizen, day, how, cause);
    }
    return made;
  }

  private int make(int municipality, UUID citizen, LocalDate day, Reporting how, Cause cause) {
    try {
      return transactions.in(
          municipality, round -> citizens.make(new Task(round, citizen, day, how, cause)));
    } catch (RuntimeException failed) {
      LOG.error("a gateway report of {} for {} could not be made", municipality, day, failed);
      return transactions.in(
          municipality, round -> citizens.notMade(new Task(round, citizen, day, how, cause)));
    }
  }

  /** On the first day everybody with a course under way is told of. */
  private Set<UUID> changed(int municipality, LocalDate day, Reporting how) {
    return transactions.in(
        municipality,
        _ -> {
          var changed =
              new HashSet<>(
                  ids(repository.changed(municipality, begins(day), begins(day.plusDays(1)))));
          if (day.equals(how.since())) {
            changed.addAll(ids(repository.underWay(municipality, begins(day))));
          }
          return changed;
        });
  }

  private ReportingChoices choices(int municipality) {
    return new ReportingChoices(
        repository.choices(municipality), repository.sor(municipality).code());
  }

  private static Instant begins(LocalDate day) {
    return day.atStartOfDay(Time.ZONE).toInstant();
  }

  private static Set<UUID> ids(List<Who> found) {
    return found.stream().map(Who::citizenId).collect(Collectors.toSet());
  }
}
