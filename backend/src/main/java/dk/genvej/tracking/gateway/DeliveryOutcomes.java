package dk.genvej.tracking.gateway;

import dk.genvej.shared.ArrayText;
import dk.genvej.shared.BackOff;
import dk.genvej.shared.Title;
import dk.genvej.tracking.gateway.DeliveryRepository.Claimed;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.FindingCode;
import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what came of a report that was to be sent, and what follows for the citizen's others. */
@Singleton
class DeliveryOutcomes {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryOutcomes.class);

  /** What is refused without a word is poison after so many. */
  private static final int MOST_UNEXPLAINED = 3;

  private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(30), Duration.ofHours(1));

  private final WorkerTransactions transactions;
  private final DeliveryRepository repository;
  private final GatewayRepository reports;
  private final ResourceJson json;

  DeliveryOutcomes(
      WorkerTransactions transactions,
      DeliveryRepository repository,
      GatewayRepository reports,
      ResourceJson json) {
    this.transactions = transactions;
    this.repository = repository;
    this.reports = reports;
    this.json = json;
  }

  /** It was in order when it was made, and is not now. */
  void held(int municipality, Claimed report, List<Finding> findings) {
    transactions.in(municipality, round -> stop(round, report, ReportState.HELD, findings));
  }

  /**
   * @param takenBack what the report takes back, by resource
   */
  void note(int municipality, Claimed report, Answer answer, List<UUID> takenBack) {
    transactions.in(
        municipality,
        round ->
            switch (answer) {
              case Answer.Delivered _ -> accepted(round, report, takenBack);
              case Answer.Refused refused ->
                  stop(round, report, ReportState.REFUSED, explained(refused));
              case Answer.Unexplained refused -> unexplained(round, report, refused);
              case Answer.Later later -> later(round, report, later);
            });
  }

  private int accepted(Round round, Claimed report, List<UUID> takenBack) {
    int municipality = round.municipality();
    reports.lock(municipality, report.citizenId());
    repository.replaced(municipality, report.citizenId(), report.holder(), report.number());
    repository.corrected(
        municipality, report.citizenId(), report.number(), ArrayText.of(takenBack));
    return repository.accepted(municipality, report.id(), round.now());
  }

  private static List<Finding> explained(Answer.Refused refused) {
    return refused.issues().stream()
        .map(issue -> new Finding(FindingCode.GATEWAY_REFUSED, new Title(issue, issue)))
        .toList();
  }

  private int unexplained(Round round, Claimed report, Answer.Unexplained refused) {
    if (report.attempts() >= MOST_UNEXPLAINED) {
      var findings = List.of(Finding.of(FindingCode.GATEWAY_UNEXPLAINED));
      return stop(round, report, ReportState.REFUSED, findings);
    }
    return later(round, report, new Answer.Later("status " + refused.status(), Optional.empty()));
  }

  /** Those behind it were made in the belief that it would be taken. */
  private int stop(Round round, Claimed report, ReportState state, List<Finding> findings) {
    int municipality = round.municipality();
    var reason = findings.getFirst().code();
    LOG.warn("gateway report {} of {} is not taken: {}", report.id(), municipality, reason);
    reports.lock(municipality, report.citizenId());
    repository.heldBack(
        municipality,
        report.citizenId(),
        report.holder(),
        report.number(),
        json.write(ReportFinding.of(List.of(Finding.of(FindingCode.EARLIER_REFUSED)))));
    return repository.stopped(
        municipality,
        report.id(),
        state.name(),
        reason.name(),
        json.write(ReportFinding.of(findings)),
        round.now());
  }

  private int later(Round round, Claimed report, Answer.Later later) {
    var chance = ThreadLocalRandom.current().nextDouble();
    var wait = BACK_OFF.after(report.attempts(), chance, later.after());
    LOG.info("gateway report {} goes again in {}: {}", report.id(), wait, later.why());
    return repository.later(round.municipality(), report.id(), round.now().plus(wait));
  }
}
