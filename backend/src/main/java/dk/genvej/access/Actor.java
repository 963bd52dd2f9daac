package dk.genvej.access;

import dk.genvej.shared.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts in this unit of work.
 *
 * @param assignments the roles of the token, each with its unit
 * @param roles from the token, and those lent by a substitution that covers today
 * @param scopeKey names the actor's rows in {@code actor_scope}; row level security joins them
 */
public record Actor(
    int municipality,
    UUID userId,
    String name,
    List<Assignment> assignments,
    Set<Role> roles,
    UUID scopeKey) {

  public Actor {
    assignments = List.copyOf(assignments);
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
