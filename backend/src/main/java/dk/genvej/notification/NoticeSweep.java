package dk.genvej.notification;

import dk.genvej.settings.SettingsHistory;
import dk.genvej.shared.Time;
import dk.genvej.worker.RecurringTask;
import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans what is still to come of courses that no request planned: imported and demo history, and
 * what ran before there were notices. Nothing that has passed is told of them.
 */
@Singleton
public class NoticeSweep implements RecurringTask {

  /** No weekend with holidays is longer: what was due before then has been told by now. */
  private static final int LONGEST_DELAY_DAYS = 7;

  private final WorkerTransactions transactions;
  private final WorkerNoticeRepository repository;
  private final NoticePlanner planner;

  NoticeSweep(
      WorkerTransactions transactions, WorkerNoticeRepository repository, NoticePlanner planner) {
    this.transactions = transactions;
    this.repository = repository;
    this.planner = planner;
  }

  @Override
  public String name() {
    return "sweep-notices";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run(Instant now) {
    WorkerTransactions.each(transactions.municipalities(), this::sweep);
  }

  /** One municipality. */
  public void sweep(int municipality) {
    transactions.in(
        municipality,
        round -> {
          repository.plan(municipality, missing(round));
          return repository.cancelNeedless(municipality, tomorrow(round), round.now());
        });
  }

  private List<Notice> missing(Round round) {
    var courses = repository.coursesWithout(round.municipality());
    var followUps =
        repository.followUpsWithout(
            round.municipality(), round.today().minusDays(LONGEST_DELAY_DAYS));
    if (courses.isEmpty() && followUps.isEmpty()) {
      return List.of();
    }
    var plan = planner.by(new SettingsHistory(repository.settings(round.municipality())));
    var notices = new ArrayList<Notice>();
    courses.forEach(due -> notices.addAll(plan.ofEvaluation(due, round.now())));
    followUps.forEach(due -> notices.add(plan.ofFollowUp(due)));
    notices.removeIf(notice -> !notice.sendAt().isAfter(round.now()));
    return notices;
  }

  private static Instant tomorrow(Round round) {
    return round.today().plusDays(1).atStartOfDay(Time.ZONE).toInstant();
  }
}
