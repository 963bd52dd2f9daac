package dk.genvej.administration;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.course.Courses;
import dk.genvej.course.Reassignment;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases about the people on the staff. */
@Singleton
public class UserService {

  private final UserRepository users;
  private final Courses courses;
  private final Reassignment reassignment;

  UserService(UserRepository users, Courses courses, Reassignment reassignment) {
    this.users = users;
    this.courses = courses;
    this.reassignment = reassignment;
  }

  /** Users by name; with a role or a unit, only who has such a role there or below. */
  List<UserRepository.UserLine> page(
      Work work,
      @Nullable Role role,
      @Nullable UUID unitId,
      String afterName,
      UUID afterId,
      int limit) {
    var places = List.copyOf(work.units().subtree(unitId == null ? work.units().root() : unitId));
    if (places.isEmpty()) {
      return List.of();
    }
    return users.page(
        work.municipality(),
        afterName,
        afterId,
        role == null && unitId == null,
        role == null ? null : role.name(),
        places,
        limit);
  }

  List<UserRepository.HeldRole> roles(Work work, List<UUID> of) {
    return of.isEmpty() ? List.of() : users.roles(work.municipality(), of);
  }

  /**
   * All open courses of a leaver that the coordinator coordinates go to a colleague, or none do.
   * Citizens are locked in the order of their ids, so that two such acts cannot wait for each
   * other.
   */
  Written reassign(Work work, UUID leaverId, UUID toUserId, String reason) {
    int municipality = work.municipality();
    if (users.lock(municipality, leaverId) == 0) {
      throw RefusalException.of(ProblemCode.NOT_FOUND);
    }
    long moved =
        users.openCourses(municipality, leaverId, work.actor().scopeKey(), work.today()).stream()
            .filter(open -> move(work, open, leaverId, toUserId, reason))
            .count();
    if (moved == 0) {
      throw RefusalException.of(ProblemCode.NOTHING_TO_REASSIGN);
    }
    users.raiseVersion(municipality, leaverId);
    var left = new Written(leaverId, users.version(municipality, leaverId));
    work.changed(
        new Change(
            "LeaverReassigned",
            "app_user",
            left.id(),
            left.version(),
            null,
            null,
            work.recordedAt(),
            reason));
    return left;
  }

  /** False when somebody else moved or ended the course before it was locked. */
  private boolean move(
      Work work, UserRepository.OpenCourse open, UUID leaverId, UUID toUserId, String reason) {
    if (leaverId.equals(toUserId)) {
      return false;
    }
    var course = courses.forWriting(work, open.id(), Verb.REASSIGN);
    if (!course.state().open() || !course.heldBy(leaverId)) {
      return false;
    }
    reassignment.handOver(work, course, leaverId, toUserId, reason);
    return true;
  }
}
