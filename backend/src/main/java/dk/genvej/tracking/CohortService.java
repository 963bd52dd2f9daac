package dk.genvej.tracking;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.course.Courses;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Marks the courses that were drawn for a cohort (R77). */
@Singleton
public class CohortService {

  private final CohortRepository repository;
  private final Courses courses;

  CohortService(CohortRepository repository, Courses courses) {
    this.repository = repository;
    this.courses = courses;
  }

  public Written mark(Work work, UUID courseId, boolean member) {
    var course = courses.forWriting(work, courseId, Verb.DRAW_COHORT);
    int current = repository.find(work.municipality(), courseId).map(CohortMark::version).orElse(0);
    work.requireBaseOrNew(current);
    var mark =
        new CohortMark(
            work.municipality(),
            courseId,
            course.citizenId(),
            member,
            current + 1,
            work.stamp(null));
    if (current == 0) {
      repository.save(mark);
    } else {
      repository.update(mark);
    }
    work.changed(
        new Change(
            "CohortMarked",
            "cohort",
            courseId,
            mark.version(),
            course.citizenId(),
            courseId,
            mark.stamp().happenedAt(),
            null));
    return new Written(courseId, mark.version());
  }
}
