package dk.genvej.tracking.gateway;

import dk.genvej.api.model.GatewayFinding;
import dk.genvej.api.model.GatewayGuide;
import dk.genvej.api.model.GatewayReport;
import dk.genvej.api.model.GatewayReportState;
import dk.genvej.api.model.GatewaySeverity;
import dk.genvej.api.model.GatewayStanding;
import dk.genvej.http.Language;
import dk.genvej.shared.Time;
import dk.genvej.tracking.gateway.contract.Finding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people see of reports, in their language. */
final class StandingViews {

  private StandingViews() {}

  static GatewayStanding view(
      Optional<Reporting> how,
      List<Finding> findings,
      List<StandingRepository.Line> lines,
      ResourceJson json) {
    return new GatewayStanding(
            how.isPresent(),
            findings.stream().map(StandingViews::finding).toList(),
            lines.stream().map(line -> report(line, json)).toList())
        .guide(how.map(one -> GatewayGuide.fromValue(one.guide().name())).orElse(null));
  }

  private static GatewayReport report(StandingRepository.Line line, ResourceJson json) {
    return new GatewayReport(
            line.id(),
            line.day(),
            GatewayReportState.fromValue(line.state().name()),
            time(line.madeAt()),
            json.findings(line.findings()).stream().map(one -> finding(one.finding())).toList())
        .sentAt(timeOrNull(line.sentAt()))
        .answeredAt(timeOrNull(line.answeredAt()));
  }

  private static GatewayFinding finding(Finding finding) {
    return new GatewayFinding(
        finding.code().name(),
        GatewaySeverity.fromValue(finding.code().severity().name()),
        Language.text(finding.sentence()));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atZone(Time.ZONE).toOffsetDateTime();
  }

  private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
