package dk.genvej.tracking.gateway.contract;

import dk.genvej.shared.Title;
import java.util.List;

/**
 * Something that is wrong with a report.
 *
 * @param what what it is about, as it stands in the sentence
 */
public record Finding(FindingCode code, Title what) {

  private static final Title NOTHING = new Title("-", "-");

  public static Finding of(FindingCode code) {
    return new Finding(code, NOTHING);
  }

  /** For whoever can mend it. */
  public Title sentence() {
    return new Title(
        code.sentence().da().replace("{what}", what.da()),
        code.sentence().en().replace("{what}", what.en()));
  }

  public boolean stops() {
    return code.severity().stops();
  }

  /** Whether the report can be sent. */
  public static boolean noneStops(List<Finding> findings) {
    return findings.stream().noneMatch(Finding::stops);
  }
}
