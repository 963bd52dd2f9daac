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
  private final Appointment appointment;

  Reassignment(Courses courses, CareRelations relations, Appointment appointment) {
    this.courses = courses;
    this.relations = relations;
    this.appointment = appointment;
  }

  /** The course must be locked, and its caller must have asked for the verb. */
  public Written move(Work work, Course course, UUID therapistId, UUID tovholderId, String reason) {
    return move(
        work,
        course,
        new Named(therapistId, "/therapistId"),
        new Named(tovholderId, "/tovholderId"),
        reason);
  }

  /** As above, of what the leaver has in the course; a colleague who shares it keeps their part. */
  public Written handOver(Work work, Course course, UUID leaverId, UUID toUserId, String reason) {
    var to = new Named(toUserId, "/toUserId");
    return move(
        work,
        course,
        course.therapistId().equals(leaverId) ? to : new Named(course.therapistId(), ""),
        course.tovholderId().equals(leaverId) ? to : new Named(course.tovholderId(), ""),
        reason);
  }

  /**
   * Somebody who is to have a course.
   *
   * @param pointer where they are named in the request
   */
  private record Named(UUID userId, String pointer) {}

  private Written move(Work work, Course course, Named therapist, Named tovholder, String reason) {
    requireFit(work, course, therapist, tovholder);
    var next =
        course.next(work.stamp(null)).assigned(therapist.userId(), tovholder.userId()).build();
    var responsible = new TreeSet<>(Set.of(therapist.userId()));
    responsible.add(tovholder.userId());
    relations.end(
        work,
        course.citizenId(),
        work.today(),
        one -> responsibleFor(course, one) && !responsible.contains(one.scopeId()));
    responsible.forEach(userId -> open(work, course, userId));
    return courses.save(work, "CourseReassigned", next, reason);
  }

  /** Only who is new is judged: a tovholder is changed whatever has become of the therapist. */
  private void requireFit(Work work, Course course, Named therapist, Named tovholder) {
    var newTherapist = !course.therapistId().equals(therapist.userId());
    var newTovholder = !course.tovholderId().equals(tovholder.userId());
    if (!newTherapist && !newTovholder) {
      throw RefusalException.of(ProblemCode.NOTHING_TO_REASSIGN);
    }
    if (newTherapist) {
      appointment.requireTherapist(
          work, course.citizenId(), therapist.userId(), therapist.pointer());
    }
    if (newTovholder) {
      appointment.requireTovholder(work, tovholder.userId(), tovholder.pointer());
    }
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
