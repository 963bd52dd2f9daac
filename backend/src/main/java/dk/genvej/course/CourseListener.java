package dk.genvej.course;

import dk.genvej.work.Work;

/**
 * What packages built on the course do in the very transaction that changes it: the twelve-week
 * evaluation is made when a course starts (R5) and cancelled when it stops, follow-ups are made
 * when it is completed. The course knows of none of them (docs/adr/0007).
 */
public interface CourseListener {

  /** The course has started. */
  default void started(Work work, Course course) {}

  /** A coordinator has corrected the start, and due with it. */
  default void startCorrected(Work work, Course course) {}

  /** The course was stopped after its start. */
  default void stopped(Work work, Course course) {}

  /** The revisitation has completed the course. */
  default void completed(Work work, Course course) {}

  /** The course was entered in error. */
  default void annulled(Work work, Course course) {}
}
