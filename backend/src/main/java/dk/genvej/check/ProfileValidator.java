package dk.genvej.check;

import java.nio.file.Path;
import java.util.List;

/**
 * A validator of FHIR profiles, found as a service. None ships: it is many times as large as all of
 * Genvej, and its one use is to ask whether our own contract checker is right.
 */
public interface ProfileValidator {

  /**
   * @param packages package files of FHIR (.tgz) that hold the profiles and the terminology
   */
  Judge by(List<Path> packages);

  /** Judges by the packages it was made with. */
  interface Judge {

    /**
     * @param report a bundle as JSON
     * @return one line for each error; none when it is in order
     */
    List<String> faults(String report);
  }
}
