package dk.genvej.tracking.gateway;

import dk.genvej.shared.Title;
import dk.genvej.tracking.gateway.contract.Finding;
import dk.genvej.tracking.gateway.contract.FindingCode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A finding as it is kept with its report. */
@Serdeable
record ReportFinding(FindingCode code, String da, String en) {

  static List<ReportFinding> of(List<Finding> findings) {
    return findings.stream()
        .map(one -> new ReportFinding(one.code(), one.what().da(), one.what().en()))
        .toList();
  }

  Finding finding() {
    return new Finding(code, new Title(da, en));
  }
}
