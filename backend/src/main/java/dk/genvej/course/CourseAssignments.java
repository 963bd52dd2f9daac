package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.referral.Referral;
import dk.genvej.referral.Referrals;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases about who has a course: it begins with a therapist, and may be handed to another. */
@Singleton
public class CourseAssignments {

  private final Referrals referrals;
  private final Courses courses;
  private final Appointment appointment;
  private final Reassignment reassignment;

  CourseAssignments(
      Referrals referrals, Courses courses, Appointment appointment, Reassignment reassignment) {
    this.referrals = referrals;
    this.courses = courses;
    this.appointment = appointment;
    this.reassignment = reassignment;
  }

  /** A suitable citizen is referred: the course begins, and with it the therapist's access. */
  public Written refer(
      Work work,
      UUID referralId,
      UUID courseId,
      UUID therapistId,
      @Nullable UUID chosenTovholderId) {
    var referral = referrals.forWriting(work, referralId, Verb.DECIDE);
    var referred = referrals.referred(work, referral);
    var citizenId = referral.citizenId();
    CourseState.refuseAnother(courses.states(work, citizenId))
        .ifPresent(
            no -> {
              throw RefusalException.of(no);
            });
    var tovholderId = Objects.requireNonNullElse(chosenTovholderId, therapistId);
    appointment.requireTherapist(work, citizenId, therapistId, "/therapistId");
    appointment.requireTovholder(work, tovholderId, "/tovholderId");
    var course = course(work, referred, courseId, therapistId, tovholderId);
    var written = courses.add(work, course);
    appointment.open(work, course);
    return written;
  }

  /** To another therapist or tovholder; the old one's access ends today (R39). */
  public Written reassign(
      Work work, UUID courseId, UUID therapistId, UUID tovholderId, String reason) {
    var course = courses.forWriting(work, courseId, Verb.REASSIGN);
    if (!course.state().open()) {
      throw RefusalException.of(ProblemCode.COURSE_CLOSED);
    }
    return reassignment.move(work, course, therapistId, tovholderId, reason);
  }

  private Course course(
      Work work, Referral referral, UUID courseId, UUID therapistId, UUID tovholderId) {
    var area = appointment.areaOf(work, referral.citizenId());
    return new Course(
        work.municipality(),
        courseId,
        referral.citizenId(),
        referral.id(),
        CourseState.REFERRED,
        therapistId,
        tovholderId,
        area,
        work.units().districtOf(area),
        Objects.requireNonNull(referral.legalBasis(), "a suitable citizen has a legal basis"),
        work.today(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        work.stamp(null));
  }
}
