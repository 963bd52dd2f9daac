package dk.genvej.imports;

import java.time.LocalDate;

/**
 * An invented citizen.
 *
 * @param newApplicant has asked for help and has none yet
 */
record SampleCitizen(String key, LocalDate birthDate, String line, boolean newApplicant) {

  SampleCitizen asNewApplicant() {
    return new SampleCitizen(key, birthDate, line, true);
  }
}
