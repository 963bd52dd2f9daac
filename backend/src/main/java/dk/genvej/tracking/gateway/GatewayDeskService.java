package dk.genvej.tracking.gateway;

import dk.genvej.api.model.GatewayQueue;
import dk.genvej.api.model.GatewayReportPage;
import dk.genvej.audit.Change;
import dk.genvej.http.Cursors;
import dk.genvej.settings.Settings;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.tracking.gateway.GatewayDeskRepository.Decidable;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.FindingCode;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The operator's view of what is on its way to the gateway, and what an operator decides about it.
 * It shows no citizen: reports go by their own id.
 */
@Singleton
class GatewayDeskService {

  /** Of one that was sent nobody knows whether the gateway has it, until it answers. */
  private static final Set<ReportState> SKIPPABLE =
      EnumSet.of(ReportState.WAITING, ReportState.HELD, ReportState.REFUSED);

  private static final Set<ReportState> ON_THEIR_WAY =
      EnumSet.of(ReportState.WAITING, ReportState.SENT);

  private final GatewayDeskRepository repository;
  private final Settings settings;
  private final Classification classification;
  private final ResourceJson json;

  GatewayDeskService(
      GatewayDeskRepository repository,
      Settings settings,
      Classification classification,
      ResourceJson json) {
    this.repository = repository;
    this.settings = settings;
    this.classification = classification;
    this.json = json;
  }

  GatewayQueue queue(Work work) {
    int municipality = work.municipality();
    var choices = new ReportingChoices(settings.all(work), null);
    var open = repository.open(municipality);
    var last = repository.lastDay(municipality).map(LagQueries.Day::day);
    return GatewayDeskViews.queue(
        choices.on(work.today(), classification),
        open,
        LagWatch.lag(open, last, choices, work.now()),
        repository.sending(municipality, work.now()),
        work.now());
  }

  GatewayReportPage page(Work work, String state, @Nullable String cursor, int limit) {
    var after = Cursors.parse(cursor, "").id();
    return GatewayDeskViews.page(
        repository.page(work.municipality(), state, after, limit + 1), limit, json);
  }

  /**
   * A refused report is sent again, as it is and under its own id: the gateway took nothing of it,
   * so the id is not used. What was held back behind it stays held: it is made anew the next night,
   * from what the gateway has by then. One whose place a later report has taken is left alone, as
   * what is old in it could arrive after what is new.
   */
  Written retry(Work work, UUID reportId) {
    var reports = Reports.of(repository.ofSameCitizen(work.municipality(), reportId), reportId);
    if (reports.one().state() != ReportState.REFUSED) {
      throw RefusalException.of(ProblemCode.GATEWAY_REPORT_NOT_REFUSED);
    }
    if (reports.later().stream().map(Decidable::state).anyMatch(ON_THEIR_WAY::contains)) {
      throw RefusalException.of(ProblemCode.GATEWAY_REPORT_REPLACED);
    }
    repository.retry(work.municipality(), reportId, work.now());
    return tell(work, "GatewayReportRetried", reports.one(), null);
  }

  /**
   * A report is not sent. The account of what the gateway holds counts it as never told ({@link
   * FormQueries#told}), so the citizen's next report tells what it would have told, as far as that
   * still stands. Nothing but a change of the citizen gives cause to that report: a skipped one is
   * not among the unfinished ({@link GatewayRepository#unfinished}) that are made again at night,
   * after a week or when the gateway is woken. Those that wait behind one that waited were made as
   * if it would be taken, and cannot be sent without it: they are held, and made anew the next
   * night to tell all of it. An earlier one that did not get through stays open, to be sent again
   * or skipped by itself.
   */
  Written skip(Work work, UUID reportId, String reason) {
    var reports = Reports.of(repository.ofSameCitizen(work.municipality(), reportId), reportId);
    if (!SKIPPABLE.contains(reports.one().state())) {
      throw RefusalException.of(ProblemCode.GATEWAY_REPORT_SETTLED);
    }
    repository.skip(work.municipality(), reportId, reason);
    if (reports.one().state() == ReportState.WAITING) {
      holdBack(work, reports.later());
    }
    return tell(work, "GatewayReportSkipped", reports.one(), reason);
  }

  private void holdBack(Work work, List<Decidable> later) {
    var waiting = later.stream().filter(one -> one.state() == ReportState.WAITING);
    repository.heldBack(
        work.municipality(),
        ArrayText.of(waiting.map(Decidable::id).toList()),
        json.write(ReportFinding.of(List.of(Finding.of(FindingCode.EARLIER_SKIPPED)))));
  }

  /** What waits is due now, and what did not get through is made anew by the next run. */
  Written wake(Work work) {
    int municipality = work.municipality();
    repository.due(municipality, work.now());
    repository.wake(municipality, work.now());
    var woken = repository.woken(municipality);
    work.changed(change(work, "GatewayWoken", "gateway_waking", woken.id(), woken.version(), null));
    return new Written(woken.id(), woken.version());
  }

  /**
   * A report among those of its citizen.
   *
   * @param later those made after it under the same CPR number
   */
  private record Reports(Decidable one, List<Decidable> later) {

    static Reports of(List<Decidable> all, UUID reportId) {
      Predicate<Decidable> before = report -> !report.id().equals(reportId);
      var from = all.stream().dropWhile(before).toList();
      if (from.isEmpty()) {
        throw RefusalException.of(ProblemCode.NOT_FOUND);
      }
      var one = from.getFirst();
      var later = from.stream().skip(1).filter(report -> report.holder() == one.holder());
      return new Reports(one, later.toList());
    }
  }

  private static Written tell(Work work, String kind, Decidable report, @Nullable String reason) {
    int version = report.version() + 1;
    work.changed(change(work, kind, "gateway_report", report.id(), version, reason));
    return new Written(report.id(), version);
  }

  private static Change change(
      Work work, String kind, String table, UUID id, int version, @Nullable String reason) {
    return new Change(kind, table, id, version, null, null, work.recordedAt(), reason);
  }
}
