package dk.genvej.tracking.gateway;

import java.util.UUID;

/** The gateway as we meet it: one report is put, one answer comes back. */
public interface GatewayPort {

  /** The FHIR address without a slash at its end, by which resources are named in a report. */
  String base();

  /**
   * @param municipality on whose behalf
   * @param report the bundle as JSON; the same id again is harmless
   */
  Answer put(int municipality, UUID id, String report);
}
