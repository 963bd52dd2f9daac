package dk.genvej.course;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;

/** Records that are put under an id the client made: If-Match "0" is the first time. */
final class PlanVersions {

  private PlanVersions() {}

  /**
   * @param currentVersion 0 while there is no such record
   */
  static void requireBase(Work work, int currentVersion) {
    var base = work.envelope().baseVersion();
    if (currentVersion == 0 && base != null && base > 0) {
      throw RefusalException.of(ProblemCode.NOT_FOUND);
    }
    work.requireBase(currentVersion);
  }
}
