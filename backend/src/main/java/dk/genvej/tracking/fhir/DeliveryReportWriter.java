package dk.genvej.tracking.fhir;

import dk.genvej.tracking.fhir.DataTypes.Meta;
import java.util.List;

/** Writes the report around its resources. */
public final class DeliveryReportWriter {

  private DeliveryReportWriter() {}

  /**
   * @param base the gateway's FHIR address without a slash at its end, under which each resource is
   *     named: relative references resolve by it
   * @param timestamp when the report was made, with its offset
   */
  public static DeliveryReport write(
      String id, String base, String timestamp, List<? extends Resource> resources) {
    return new DeliveryReport(
        DeliveryReport.BUNDLE,
        id,
        Meta.of(Profile.REPORT),
        DeliveryReport.COLLECTION,
        timestamp,
        resources.stream()
            .map(one -> new DeliveryReport.Entry(base + "/" + one.address(), one))
            .toList());
  }
}
