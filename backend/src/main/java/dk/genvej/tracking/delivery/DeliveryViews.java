package dk.genvej.tracking.delivery;

import dk.genvej.api.model.CentralReceipt;
import dk.genvej.api.model.CentralReceipts;
import dk.genvej.api.model.CentralState;
import dk.genvej.api.model.Delivery;
import dk.genvej.api.model.DeliveryPage;
import dk.genvej.api.model.OutcomeEvent;
import dk.genvej.api.model.OutcomeOperation;
import dk.genvej.api.model.Receiver;
import dk.genvej.api.model.ReceiverDelay;
import dk.genvej.api.model.ReceiverList;
import dk.genvej.api.model.ReconciledMonth;
import dk.genvej.api.model.ReconciliationPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.settings.SettingsOnDay;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries as the API shows them. */
@Singleton
class DeliveryViews {

  private final Settings settings;

  DeliveryViews(Settings settings) {
    this.settings = settings;
  }

  ReceiverList receivers(Work work, List<DeskRepository.Queue> queues) {
    var chosen = settings.today(work);
    return new ReceiverList(queues.stream().map(one -> receiver(one, work.now(), chosen)).toList());
  }

  private static Receiver receiver(DeskRepository.Queue one, Instant now, SettingsOnDay chosen) {
    var lag = lag(one.oldest(), now);
    return new Receiver(
            one.id(),
            one.version(),
            one.name(),
            Refs.time(one.since()),
            one.waiting(),
            one.parked(),
            (int) Math.min(lag.toMinutes(), Integer.MAX_VALUE),
            delay(lag, chosen))
        .oldestWaitingSince(Refs.timeOrNull(one.oldest()))
        .acceptedAt(Refs.timeOrNull(one.acceptedAt()))
        .holdUntil(Refs.timeOrNull(one.holdUntil()))
        .holdReason(one.holdReason());
  }

  private static Duration lag(@Nullable Instant oldest, Instant now) {
    var lag = oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    return lag.isNegative() ? Duration.ZERO : lag;
  }

  private static ReceiverDelay delay(Duration lag, SettingsOnDay chosen) {
    if (lag.toHours() >= chosen.whole(Setting.TRACKING_ALARM_HOURS)) {
      return ReceiverDelay.ALARM;
    }
    return lag.toHours() >= chosen.whole(Setting.TRACKING_WARN_HOURS)
        ? ReceiverDelay.WARNING
        : ReceiverDelay.NONE;
  }

  DeliveryPage page(List<DeskRepository.Line> lines, int limit) {
    return new DeliveryPage(
            Cursors.page(lines, limit).stream().map(DeliveryViews::delivery).toList())
        .next(Cursors.next(lines, limit, one -> new Cursors("", one.id())));
  }

  private static Delivery delivery(DeskRepository.Line one) {
    return new Delivery(
            one.id(),
            one.version(),
            one.trackingId(),
            one.outcomeVersion(),
            OutcomeEvent.fromValue(one.event()),
            OutcomeOperation.fromValue(one.operation()),
            one.eventOn(),
            dk.genvej.api.model.DeliveryState.fromValue(one.state()),
            Refs.time(one.enqueuedAt()),
            one.attempts())
        .followUpMonth(one.followUpMonth())
        .nextAt(Refs.time(one.nextAt()))
        .status(one.status())
        .reason(one.reason());
  }

  ReconciliationPage months(UUID receiverId, List<DeskRepository.Month> months, int limit) {
    return new ReconciliationPage(
            Cursors.page(months, limit).stream().map(DeliveryViews::month).toList())
        .next(Cursors.next(months, limit, one -> new Cursors(one.month().toString(), receiverId)));
  }

  private static ReconciledMonth month(DeskRepository.Month one) {
    return new ReconciledMonth(
        YearMonth.from(one.month()).toString(),
        one.ourCount(),
        one.theirCount(),
        one.ourHash().equals(one.theirHash()),
        Refs.time(one.comparedAt()));
  }

  CentralReceipts receipts(List<DeskRepository.Told> told) {
    return new CentralReceipts(told.stream().map(DeliveryViews::receipt).toList());
  }

  private static CentralReceipt receipt(DeskRepository.Told one) {
    return new CentralReceipt(
            one.version(),
            OutcomeEvent.fromValue(one.event()),
            OutcomeOperation.fromValue(one.operation()),
            one.eventOn(),
            state(one),
            Refs.time(one.endedAt() == null ? one.writtenAt() : one.endedAt()))
        .followUpMonth(one.followUpMonth())
        .correctedBy(one.supersededBy())
        .receiver(one.receiver())
        .reason(one.reason());
  }

  private static CentralState state(DeskRepository.Told one) {
    return switch (one.state()) {
      case null -> CentralState.KEPT;
      case WAITING ->
          one.attempts() == null || one.attempts() == 0 ? CentralState.WAITING : CentralState.SENT;
      case ACCEPTED -> one.supersededBy() == null ? CentralState.ACCEPTED : CentralState.CORRECTED;
      case PARKED -> CentralState.REFUSED;
      case SKIPPED -> CentralState.SKIPPED;
      case SUPERSEDED -> CentralState.CORRECTED;
    };
  }
}
