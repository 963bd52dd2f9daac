package dk.genvej.sync;

import dk.genvej.shared.Ids;
import java.util.UUID;

/**
 * A citizen that a tablet is to hold today, as the marker stood before any row was read.
 *
 * @param courseId the open course
 * @param seq the citizen's change number
 * @param personSeq the change number of the citizen's own record
 */
record InScope(UUID citizenId, UUID courseId, Depth depth, long seq, long personSeq) {

  /** Names course and depth: with another one, what a tablet holds is of no use. Never 0. */
  long tag() {
    return Ids.named(courseId + " " + depth).getMostSignificantBits() | 1;
  }
}
