package dk.genvej.evaluation;

import dk.genvej.course.Course;
import dk.genvej.work.Work;

/**
 * What hangs on the help after a completed course, in the very transaction that corrects it (R82).
 * The evaluation knows of none of them (docs/adr/0007).
 */
public interface AfterListener {

  void afterCorrected(Work work, Course course);
}
