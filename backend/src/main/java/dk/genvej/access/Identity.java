package dk.genvej.access;

import dk.genvej.shared.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a valid token says of its bearer; nothing of it comes from a request body. */
public record Identity(
    int municipality, String subject, String name, List<Assignment> assignments) {

  public Identity {
    assignments = List.copyOf(assignments);
  }

  public Set<Role> roles() {
    var roles = EnumSet.noneOf(Role.class);
    assignments.forEach(assignment -> roles.add(assignment.role()));
    return roles;
  }
}
