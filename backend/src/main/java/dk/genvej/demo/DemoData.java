package dk.genvej.demo;

import java.time.LocalDate;

/**
 * Fills the large municipality with citizens and their history, by the same rules as real use. A
 * demo without a bean of this type has municipalities, units and staff, and no citizens.
 */
public interface DemoData {

  /**
   * Called at every start, after set-up and before the server tells where to look; a municipality
   * that is filled already stays as it is. What may take long goes on in the background.
   *
   * @param today the day in that municipality; the history ends there
   */
  void fill(DemoMunicipality municipality, LocalDate today, DemoProgress progress);
}
