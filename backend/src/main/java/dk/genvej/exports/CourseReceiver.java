package dk.genvej.exports;

import java.io.IOException;

/**
 * A record system (CURA, CSC) that takes what came of courses; {@code docs/ports.md} is the
 * interface in words. A vendor with an interface of its own implements this.
 */
public interface CourseReceiver {

  /** Names it in the memory of what it has got: lower case letters, digits and hyphens. */
  String name();

  /**
   * Takes one telling of a course, wholly or not at all. The same telling can come twice when a run
   * was stopped between this and the memory of it; it then has the same name.
   *
   * @throws IOException when it is not taken; the run stops and the next one offers it again
   */
  void take(CourseTold told) throws IOException;
}
