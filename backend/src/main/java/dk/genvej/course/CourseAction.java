package dk.genvej.course;

import static dk.genvej.shared.Role.COORDINATOR;
import static dk.genvej.shared.Role.THERAPIST;
import static dk.genvej.shared.Role.VISITATOR;

import dk.genvej.shared.Role;
import java.util.Set;

/** What can be done to a course, and which roles may do it in any state (O14). */
public enum CourseAction {
  BEGIN_PLAN(THERAPIST),
  ACTIVATE(THERAPIST),
  PAUSE(THERAPIST, VISITATOR),
  RESUME(THERAPIST, VISITATOR),
  EVALUATE(THERAPIST),
  COMPLETE(VISITATOR),
  REVIEW(COORDINATOR),
  /** End it before its start. */
  LAPSE(THERAPIST, VISITATOR),
  /** End it after its start and before it is completed. */
  STOP(THERAPIST, VISITATOR),
  ANNUL(COORDINATOR);

  private final Set<Role> roles;

  CourseAction(Role... roles) {
    this.roles = Set.of(roles);
  }

  public Set<Role> roles() {
    return roles;
  }
}
