package dk.genvej.tracking.gateway;

import dk.genvej.citizen.Cpr;
import dk.genvej.citizen.CprForReports;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Time;
import dk.genvej.tracking.fhir.DeliveryReportWriter;
import dk.genvej.tracking.fhir.Patient;
import dk.genvej.tracking.fhir.Resource;
import dk.genvej.tracking.gateway.GatewayRepository.Last;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.FindingCode;
import dk.genvej.tracking.gateway.contract.GatewayContract;
import dk.genvej.tracking.gateway.contract.Scrutiny;
import dk.genvej.worker.Round;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the report of one citizen and day. Under another CPR number everything told under the old
 * one is taken back in a report of its own, and told anew; so it is of a record that was merged
 * into another, which is told under that one's number.
 */
@Singleton
class CitizenReports {

  /** What is wrong may be with the gateway, and be mended there. */
  private static final int ASKED_AGAIN_AFTER_DAYS = 7;

  private final GatewayRepository repository;
  private final ResourceJson json;
  private final CprForReports numbers;

  CitizenReports(GatewayRepository repository, ResourceJson json, CprForReports numbers) {
    this.repository = repository;
    this.json = json;
    this.numbers = numbers;
  }

  /** Why a citizen's report is made. */
  enum Cause {
    /** The day changed something. */
    CHANGED,
    /** An earlier one did not get through. */
    UNFINISHED,
    /** The same, and somebody asked for it at once. */
    WOKEN
  }

  /** Whom and which day a report is made for, and how. */
  record Task(Round round, UUID citizenId, LocalDate day, Reporting how, Cause cause) {

    int municipality() {
      return round.municipality();
    }

    Instant dayBegins() {
      return day.atStartOfDay(Time.ZONE).toInstant();
    }

    Instant dayEnds() {
      return day.plusDays(1).atStartOfDay(Time.ZONE).toInstant();
    }
  }

  /**
   * One of the CPR numbers of a citizen.
   *
   * @param last the last report made under it; null for a new one
   */
  private record Holder(int count, byte[] sealed, Cpr cpr, @Nullable Last last) {}

  /**
   * @return how many reports were made
   */
  int make(Task task) {
    repository.lock(task.municipality(), task.citizenId());
    var person = repository.person(task.municipality(), task.citizenId());
    var reported = reported(task);
    if (person.merged()) {
      return takeBack(task, reported);
    }
    var holders = holders(task, reported, person.sealed());
    return takeBack(task, holders.subList(0, holders.size() - 1))
        + tell(task, holders.getLast(), person.diedOn() != null);
  }

  /** Those that something was reported under, in their order. */
  private List<Holder> reported(Task task) {
    int municipality = task.municipality();
    var holders = new ArrayList<Holder>();
    for (var last : repository.lastOfEach(municipality, task.citizenId())) {
      var cpr = numbers.open(municipality, task.citizenId(), last.sealed());
      holders.add(new Holder(last.holder(), last.sealed(), cpr, last));
    }
    return holders;
  }

  /** And the one the citizen has now, last. */
  private List<Holder> holders(Task task, List<Holder> reported, byte[] sealed) {
    int municipality = task.municipality();
    var holders = new ArrayList<>(reported);
    var cpr = numbers.open(municipality, task.citizenId(), sealed);
    if (holders.isEmpty() || !holders.getLast().cpr().equals(cpr)) {
      holders.add(new Holder(holders.size() + 1, sealed, cpr, null));
    }
    return holders;
  }

  private int tell(Task task, Holder holder, boolean died) {
    var how = task.how();
    var forms =
        repository.forms(task.municipality(), task.citizenId(), task.dayEnds(), how.readsVisits());
    var citizen = FormReader.read(task.citizenId(), died, forms);
    var before = told(task, holder);
    var account = Account.of(citizen, how, book(task, holder, before));
    var report = DayReport.between(before, account.told(), updated(task, citizen.lastChange()));
    return keep(task, holder, report, account.notices());
  }

  private int takeBack(Task task, List<Holder> holders) {
    return holders.stream().mapToInt(holder -> takeBack(task, holder)).sum();
  }

  /** Whoever got a wrong number has no record here: all of it was entered in error. */
  private int takeBack(Task task, Holder holder) {
    var before = told(task, holder);
    var gone =
        before.stream()
            .filter(one -> one.source().kind() == SourceKind.CITIZEN)
            .map(one -> one.with(one.resource().inError()))
            .toList();
    var report = DayReport.between(before, gone, updated(task, task.dayEnds().minusSeconds(1)));
    return keep(task, holder, report, List.of());
  }

  /** What did not get through before is not made again until it would, or is another. */
  private int keep(Task task, Holder holder, Optional<DayReport> report, List<Finding> notices) {
    if (report.isEmpty()) {
      repository.settle(task.municipality(), task.citizenId(), holder.count());
      return 0;
    }
    var findings = new ArrayList<>(judge(task, holder, report.get()));
    var inOrder = Finding.noneStops(findings);
    if (staysAsItIs(task, holder.last(), report.get(), inOrder)) {
      return 0;
    }
    findings.addAll(notices);
    return add(task, holder, report.get(), findings);
  }

  private boolean staysAsItIs(Task task, @Nullable Last last, DayReport report, boolean inOrder) {
    return switch (task.cause()) {
      case CHANGED -> false;
      case UNFINISHED -> !inOrder || isRefused(task, last, report);
      case WOKEN -> !inOrder;
    };
  }

  private List<Told> told(Task task, Holder holder) {
    return json.told(repository.told(task.municipality(), task.citizenId(), holder.count()));
  }

  private static IdBook book(Task task, Holder holder, List<Told> before) {
    return IdBook.of(task.municipality(), task.citizenId() + " " + holder.count(), before);
  }

  /** What was left from earlier days rides in this one, so it says this day. */
  private static String updated(Task task, Instant change) {
    return ContactTelling.text(change.isBefore(task.dayBegins()) ? task.dayBegins() : change);
  }

  private List<Finding> judge(Task task, Holder holder, DayReport report) {
    var resources = report.resources().stream().map(one -> identified(one, holder.cpr())).toList();
    var bundle =
        DeliveryReportWriter.write(
            Ids.next().toString(), "", ContactTelling.text(task.round().now()), resources);
    return GatewayContract.judge(
        new Scrutiny(
            bundle, task.how().guide(), task.day(), report.changed(), task.how().codes(), false));
  }

  static Resource identified(Resource resource, Cpr cpr) {
    return resource instanceof Patient citizen ? citizen.identifiedBy(cpr.digits()) : resource;
  }

  /** The gateway refused just this within the week, and nobody has mended it here. */
  private boolean isRefused(Task task, @Nullable Last last, DayReport report) {
    if (last == null
        || last.state() != ReportState.REFUSED
        || !task.day().isBefore(last.day().plusDays(ASKED_AGAIN_AFTER_DAYS))) {
      return false;
    }
    var refused = json.told(repository.resources(task.municipality(), last.id()));
    return contents(refused)
        .equals(contents(report.lines().stream().map(DayReport.Line::told).toList()));
  }

  private static List<Resource> contents(List<Told> told) {
    return told.stream().map(one -> one.resource().updated("")).toList();
  }

  private int add(Task task, Holder holder, DayReport report, List<Finding> findings) {
    var id = Ids.next();
    var reason = reason(findings);
    int added =
        repository.add(
            task.municipality(),
            id,
            task.citizenId(),
            holder.count(),
            task.day(),
            edition(task, holder.last()),
            task.how().guide().name(),
            (reason.isEmpty() ? ReportState.WAITING : ReportState.HELD).name(),
            reason.map(FindingCode::name).orElse(null),
            json.write(ReportFinding.of(findings)),
            ArrayText.of(courses(report)),
            holder.sealed(),
            task.round().now());
    if (added == 1 && reason.isEmpty()) {
      keepResources(task, id, report);
    }
    return added;
  }

  /** Two instances, or a second run, make the first of a day once; only who asks gets another. */
  private static int edition(Task task, @Nullable Last last) {
    if (task.cause() != Cause.WOKEN || last == null || !last.day().equals(task.day())) {
      return 1;
    }
    return last.edition() + 1;
  }

  /** It could not be made: the next night tries again, and the others are not held up. */
  int notMade(Task task) {
    int holder = repository.lastOfEach(task.municipality(), task.citizenId()).size();
    if (task.cause() != Cause.CHANGED && holder > 0) {
      return 0;
    }
    var person = repository.person(task.municipality(), task.citizenId());
    return repository.add(
        task.municipality(),
        Ids.next(),
        task.citizenId(),
        Math.max(holder, 1),
        task.day(),
        1,
        task.how().guide().name(),
        ReportState.HELD.name(),
        FindingCode.NOT_MADE.name(),
        json.write(ReportFinding.of(List.of(Finding.of(FindingCode.NOT_MADE)))),
        ArrayText.of(List.of()),
        person.sealed(),
        task.round().now());
  }

  private static Optional<FindingCode> reason(List<Finding> findings) {
    return findings.stream().filter(Finding::stops).map(Finding::code).findFirst();
  }

  private static List<UUID> courses(DayReport report) {
    return report.lines().stream()
        .filter(DayReport.Line::changed)
        .map(line -> line.told().courseId())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private void keepResources(Task task, UUID report, DayReport made) {
    int position = 0;
    for (var line : made.lines()) {
      var told = line.told();
      repository.addResource(
          task.municipality(),
          report,
          position++,
          task.citizenId(),
          UUID.fromString(told.resource().id()),
          told.source().kind().name(),
          told.source().source(),
          told.generation(),
          told.identity(),
          told.courseId(),
          line.changed(),
          json.write(told.resource()));
    }
  }
}
