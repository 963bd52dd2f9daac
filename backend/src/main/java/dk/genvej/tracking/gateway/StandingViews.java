package dk.genvej.tracking.gateway;

import dk.genvej.api.model.GatewayFinding;
import dk.genvej.api.model.GatewayGuide;
import dk.genvej.api.model.GatewayReport;
import dk.genvej.api.model.GatewayReportState;
import dk.genvej.api.model.GatewaySeverity;
import dk.genvej.api.model.GatewayStanding;
import dk.genvej.http.Language;
import dk.genvej.http.Refs;
import dk.genvej.tracking.gateway.contract.Finding;
import java.util.List;
import java.util.Optional;

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

  static GatewayReport report(StandingRepository.Line line, ResourceJson json) {
    return new GatewayReport(
            line.id(),
            line.day(),
            GatewayReportState.fromValue(line.state().name()),
            Refs.time(line.madeAt()),
            line.attempts(),
            json.findings(line.findings()).stream().map(one -> finding(one.finding())).toList())
        .sentAt(Refs.timeOrNull(line.sentAt()))
        .answeredAt(Refs.timeOrNull(line.answeredAt()))
        .skipReason(line.skipReason());
  }

  private static GatewayFinding finding(Finding finding) {
    return new GatewayFinding(
        finding.code().name(),
        GatewaySeverity.fromValue(finding.code().severity().name()),
        Language.text(finding.sentence()));
  }
}
