package dk.genvej.tracking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Golden;
import dk.genvej.tracking.fhir.DeliveryReport;
import dk.genvej.tracking.fhir.DeliveryReportWriter;
import dk.genvej.tracking.fhir.Patient;
import dk.genvej.tracking.fhir.ReportLines;
import dk.genvej.tracking.fhir.Resource;
import dk.genvej.tracking.fhir.Samples;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.GatewayContract;
import dk.genvej.tracking.gateway.contract.Scrutiny;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The evenings of one citizen, each told to a gateway that has accepted all before it. */
final class Evenings {

  private static final int MOST_LINES = 60;

  private final Map<String, Told> accepted = new LinkedHashMap<>();
  final List<Finding> findings = new ArrayList<>();
  final List<Finding> notices = new ArrayList<>();
  private DeliveryReport last;

  /** The report of that day, in order, is held against its golden. */
  void golden(String name, LocalDate day, ACourse course) {
    var lines = tell(day, course);

    assertThat(findings).isEmpty();
    assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
    Golden.assertMatches("gateway/" + name + ".txt", lines);
    keep(name);
  }

  /** For genvej check gateway, which judges them by the published profiles where it has them. */
  private void keep(String name) {
    try {
      var folder = Files.createDirectories(Path.of("target", "gateway-reports"));
      Files.writeString(folder.resolve(name + ".json"), ReportLines.json(last));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What is sent of that day; empty when there is nothing to tell. */
  List<String> tell(LocalDate day, ACourse course) {
    return report(day, course).map(ReportLines::of).orElse(List.of());
  }

  Optional<DeliveryReport> report(LocalDate day, ACourse course) {
    var before = List.copyOf(accepted.values());
    var ids = IdBook.of(801, "holder 1", before);
    var citizen = course.citizen(day);
    var account = Account.of(citizen, course.reporting(), ids);
    notices.clear();
    notices.addAll(account.notices());
    findings.clear();
    return DayReport.between(before, account.told(), ContactTelling.text(citizen.lastChange()))
        .map(report -> send(day, course, report));
  }

  private DeliveryReport send(LocalDate day, ACourse course, DayReport report) {
    var bundle =
        DeliveryReportWriter.write(
            Samples.REPORT,
            Samples.BASE,
            day.plusDays(1) + "T00:30:00+02:00",
            report.resources().stream().map(Evenings::withCpr).toList());
    last = bundle;
    findings.addAll(
        GatewayContract.judge(
            new Scrutiny(
                bundle,
                course.reporting().guide(),
                day,
                report.changed(),
                course.reporting().codes(),
                false)));
    if (Finding.noneStops(findings)) {
      report.lines().forEach(line -> accepted.put(line.told().address(), line.told()));
      // What was stored must read back as it was, or tomorrow all of it would seem changed.
      report
          .resources()
          .forEach(
              one ->
                  assertThat(ReportLines.read(ReportLines.json(one), Resource.class))
                      .isEqualTo(one));
    }
    return bundle;
  }

  private static Resource withCpr(Resource resource) {
    return resource instanceof Patient citizen ? citizen.identifiedBy(Samples.CPR) : resource;
  }
}
