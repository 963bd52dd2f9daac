package dk.genvej.tracking.gateway;

import dk.genvej.citizen.CprForReports;
import dk.genvej.shared.Ids;
import dk.genvej.tracking.fhir.DeliveryReport;
import dk.genvej.tracking.fhir.DeliveryReportWriter;
import dk.genvej.tracking.fhir.Guide;
import dk.genvej.tracking.fhir.Resource;
import dk.genvej.tracking.gateway.DeliveryRepository.Claimed;
import dk.genvej.tracking.gateway.DeliveryRepository.Stored;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.FindingCode;
import dk.genvej.tracking.gateway.contract.GatewayContract;
import dk.genvej.tracking.gateway.contract.KnownCodes;
import dk.genvej.tracking.gateway.contract.Scrutiny;
import dk.genvej.worker.Round;
import dk.genvej.worker.WorkerTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sends what is waiting: claimed in one transaction, sent in none, and what came of it noted in
 * another. A report that was sent stays SENT until there is an answer; sending it again is
 * harmless.
 */
@Singleton
class Delivery {

  /** Longer than any answer may take, so that two never have one report in hand. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final WorkerTransactions transactions;
  private final DeliveryRepository repository;
  private final GatewayRepository choices;
  private final ResourceJson json;
  private final CprForReports numbers;
  private final Classification classification;
  private final DeliveryOutcomes outcomes;

  Delivery(
      WorkerTransactions transactions,
      DeliveryRepository repository,
      GatewayRepository choices,
      ResourceJson json,
      CprForReports numbers,
      Classification classification,
      DeliveryOutcomes outcomes) {
    this.transactions = transactions;
    this.repository = repository;
    this.choices = choices;
    this.json = json;
    this.numbers = numbers;
    this.classification = classification;
    this.outcomes = outcomes;
  }

  /**
   * Until nothing is due, or the gateway asks to be left alone.
   *
   * @return how many were delivered
   */
  int deliver(int municipality, GatewayPort gateway) {
    int delivered = 0;
    for (var next = claim(municipality); next.isPresent(); next = claim(municipality)) {
      switch (send(municipality, next.get(), gateway)) {
        case Answer.Later _ -> {
          return delivered;
        }
        case Answer.Delivered _ -> delivered++;
        default -> {}
      }
    }
    return delivered;
  }

  /** A claimed report, what it tells, and the codes its municipality uses. */
  private record Parcel(Claimed report, List<Stored> resources, KnownCodes codes) {}

  private Optional<Parcel> claim(int municipality) {
    return transactions.in(
        municipality,
        round -> repository.due(municipality, round.now()).map(report -> open(round, report)));
  }

  private Parcel open(Round round, Claimed report) {
    int municipality = round.municipality();
    repository.claim(municipality, report.id(), round.now(), round.now().plus(LEASE));
    repository.disclosed(municipality, round.now(), Ids.next(), report.id(), report.citizenId());
    var chosen =
        new ReportingChoices(choices.choices(municipality), null)
            .on(report.day(), classification)
            .map(Reporting::codes)
            .orElseGet(() -> classification.known(Map.of()));
    return new Parcel(report, repository.resources(municipality, report.id()), chosen);
  }

  private Answer send(int municipality, Parcel parcel, GatewayPort gateway) {
    var report = parcel.report();
    var cpr = numbers.open(municipality, report.citizenId(), report.sealed());
    var resources = parcel.resources().stream().map(one -> json.resource(one.content())).toList();
    var bundle =
        DeliveryReportWriter.write(
            report.id().toString(),
            gateway.base(),
            ContactTelling.text(report.madeAt()),
            resources.stream().map(one -> CitizenReports.identified(one, cpr)).toList());
    var findings = judge(parcel, bundle, changed(parcel, resources));
    if (!Finding.noneStops(findings)) {
      outcomes.held(municipality, report, findings);
      return new Answer.Refused(List.of());
    }
    var answer = gateway.put(municipality, report.id(), json.write(bundle));
    outcomes.note(municipality, report, answer, takenBack(parcel, resources));
    return answer;
  }

  /** Once more, as rules and codes may be others than on the day it was made. */
  private static List<Finding> judge(Parcel parcel, DeliveryReport bundle, Set<String> changed) {
    var report = parcel.report();
    var findings =
        new ArrayList<>(
            GatewayContract.judge(
                new Scrutiny(
                    bundle,
                    Guide.valueOf(report.guide()),
                    report.day(),
                    changed,
                    parcel.codes(),
                    false)));
    if (report.dead()) {
      findings.add(Finding.of(FindingCode.CITIZEN_DEAD));
    }
    return findings;
  }

  private static Set<String> changed(Parcel parcel, List<Resource> resources) {
    return changes(parcel, resources).map(Resource::address).collect(Collectors.toSet());
  }

  private static List<UUID> takenBack(Parcel parcel, List<Resource> resources) {
    return changes(parcel, resources)
        .filter(Resource::isInError)
        .map(one -> UUID.fromString(one.id()))
        .toList();
  }

  private static Stream<Resource> changes(Parcel parcel, List<Resource> resources) {
    return IntStream.range(0, resources.size())
        .filter(i -> parcel.resources().get(i).changed())
        .mapToObj(resources::get);
  }
}
