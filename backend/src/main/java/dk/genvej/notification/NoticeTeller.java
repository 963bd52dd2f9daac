package dk.genvej.notification;

import dk.genvej.notification.WorkerNoticeRepository.Place;
import dk.genvej.notification.WorkerNoticeRepository.Recipient;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Time;
import dk.genvej.worker.RecurringTask;
import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is due. Claiming, telling and the note that it is told are one transaction: an
 * instance that dies in the midst of it has told nobody, and two at a time take different notices.
 * A server that was down tells everything it missed when it is back, and each message says that it
 * is late.
 */
@Singleton
public class NoticeTeller implements RecurringTask {

  private static final int AT_A_TIME = 200;

  private final WorkerTransactions transactions;
  private final WorkerNoticeRepository repository;
  private final Time time;

  NoticeTeller(WorkerTransactions transactions, WorkerNoticeRepository repository, Time time) {
    this.transactions = transactions;
    this.repository = repository;
    this.time = time;
  }

  @Override
  public String name() {
    return "tell-notices";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run(Instant now) {
    var municipalities = transactions.municipalities();
    var clocks = municipalities.stream().map(time::now).toList();
    var due =
        transactions.overAll(
            () -> repository.due(ArrayText.of(municipalities), ArrayText.of(clocks)));
    WorkerTransactions.each(
        due.stream().map(Place::municipalityId).toList(), code -> tell(code, time.now(code)));
  }

  /**
   * Everything that is due by then in one municipality, a portion at a time.
   *
   * @return how many notices
   */
  public int tell(int municipality, Instant now) {
    int told = 0;
    int portion;
    do {
      portion = transactions.in(new Round(municipality, now), this::portion);
      told += portion;
    } while (portion == AT_A_TIME);
    return told;
  }

  /**
   * As {@link #tell}, each notice at its own moment and to whom it is for then: for a demo's clock,
   * which jumps over weeks.
   */
  public void tellAlong(int municipality, Instant until) {
    var next = next(municipality, until);
    while (next != null) {
      tell(municipality, next);
      next = next(municipality, until);
    }
  }

  private @Nullable Instant next(int municipality, Instant until) {
    return transactions.in(municipality, _ -> repository.next(municipality, until)).sendAt();
  }

  private int portion(Round round) {
    var notices = repository.claim(round.municipality(), round.now(), AT_A_TIME);
    if (!notices.isEmpty()) {
      var ids = ArrayText.of(notices.stream().map(Notice::id).toList());
      var recipients = repository.recipients(round.municipality(), ids, round.today());
      repository.tell(
          round.municipality(),
          ArrayText.of(recipients.stream().map(_ -> Ids.next()).toList()),
          ArrayText.of(recipients.stream().map(Recipient::noticeId).toList()),
          ArrayText.of(recipients.stream().map(Recipient::userId).toList()),
          round.now());
      repository.told(round.municipality(), ids, counts(notices, recipients), round.now());
    }
    return notices.size();
  }

  private static String counts(List<Notice> notices, List<Recipient> recipients) {
    var each =
        recipients.stream()
            .collect(Collectors.groupingBy(Recipient::noticeId, Collectors.counting()));
    return ArrayText.of(notices.stream().map(one -> each.getOrDefault(one.id(), 0L)).toList());
  }
}
