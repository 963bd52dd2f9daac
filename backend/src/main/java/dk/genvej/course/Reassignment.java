package dk.genvej.course;

import dk.genvej.access.RelationKind;
import dk.genvej.citizen.CareRelation;
import dk.genvej.citizen.CareRelations;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A course goes to another therapist or tovholder from today on: the record and, with it, who has
 * access (R39). Who had it before stands in the earlier versions.
 */
@Singleton
public class Reassignment {

  private final Courses courses;
  private final CareRelations relations;

  Reassignment(Courses courses, CareRelations relations) {
    this.courses = courses;
    this.relations = relations;
  }

  /** The course must be locked, and its caller must have asked for the verb. */
  public Written move(Work work, Course course, UUID therapistId, UUID tovholderId, String reason) {
    if (course.therapistId().equals(therapistId) && course.tovholderId().equals(tovholderId)) {
      throw RefusalException.of(ProblemCode.NOTHING_TO_REASSIGN);
    }
    var next = course.next(work.stamp(null)).assigned(therapistId, tovholderId).build();
    var responsible = new TreeSet<>(Set.of(therapistId));
    responsible.add(tovholderId);
    relations.end(
        work,
        course.citizenId(),
        work.today(),
        one -> responsibleFor(course, one) && !responsible.contains(one.scopeId()));
    responsible.forEach(userId -> open(work, course, userId));
    return courses.save(work, "CourseReassigned", next, reason);
  }

  private void open(Work work, Course course, UUID userId) {
    boolean holds =
        relations.ofCitizen(work, course.citizenId()).stream()
            .anyMatch(
                one ->
                    responsibleFor(course, one)
                        && one.scopeId().equals(userId)
                        && one.beforeDay() == null);
    if (!holds) {
      relations.open(
          work, course.citizenId(), course.id(), RelationKind.THERAPIST, userId, work.today());
    }
  }

  private static boolean responsibleFor(Course course, CareRelation relation) {
    return relation.kind() == RelationKind.THERAPIST && course.id().equals(relation.courseId());
  }
}
