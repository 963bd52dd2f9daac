package dk.genvej.course;

import dk.genvej.access.RelationKind;
import dk.genvej.access.Staff;
import dk.genvej.citizen.CareRelations;
import dk.genvej.citizen.CitizenService;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Appoints the therapist and the one tovholder of a course (R28, R41), and opens the access that
 * hangs on it. A tovholder meets the citizen as a therapist does, so holds that role too.
 */
@Singleton
class Appointment {

  private final Staff staff;
  private final CitizenService citizens;
  private final CareRelations relations;

  Appointment(Staff staff, CitizenService citizens, CareRelations relations) {
    this.staff = staff;
    this.citizens = citizens;
    this.relations = relations;
  }

  /**
   * Refuses a therapist who is not one of the citizen's care area.
   *
   * @param pointer where they are named in the request
   */
  void requireTherapist(Work work, UUID citizenId, UUID therapistId, String pointer) {
    requireRole(work, therapistId, pointer);
    var area = areaOf(work, citizenId);
    var covers =
        staff.unitsOf(work.municipality(), therapistId, Role.THERAPIST).stream()
            .anyMatch(unit -> work.units().subtree(unit).contains(area));
    if (!covers) {
      throw RefusalException.of(Refusal.at(pointer, ProblemCode.THERAPIST_NOT_IN_CARE_AREA));
    }
  }

  /** A tovholder may be of another area. */
  void requireTovholder(Work work, UUID tovholderId, String pointer) {
    requireRole(work, tovholderId, pointer);
  }

  /** From today these two have the course, and their colleagues of the care area read it. */
  void open(Work work, Course course) {
    open(work, course, RelationKind.COURSE_AREA, course.careAreaId());
    Stream.of(course.therapistId(), course.tovholderId())
        .distinct()
        .forEach(user -> open(work, course, RelationKind.THERAPIST, user));
  }

  private void open(Work work, Course course, RelationKind kind, UUID scopeId) {
    relations.open(work, course.citizenId(), course.id(), kind, scopeId, work.today());
  }

  UUID areaOf(Work work, UUID citizenId) {
    return citizens.find(work, citizenId).careAreaId();
  }

  private void requireRole(Work work, UUID userId, String pointer) {
    if (staff.name(work.municipality(), userId).isEmpty()) {
      throw RefusalException.of(Refusal.at(pointer, ProblemCode.REFERENCE_NOT_FOUND));
    }
    staff.requireRole(work.municipality(), userId, Role.THERAPIST, pointer);
  }
}
