package dk.genvej.access;

import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What an actor meets, computed from the roles' own units. Its key is a hash of the content, so the
 * same actor with the same roles on the same day always has the same key.
 */
record Scope(UUID userId, SortedSet<ScopeRow> rows, Set<Role> roles) {

  /**
   * @param lent for each substitution that covers today: whom it stands in for, and the absent
   *     one's units in the lent role
   */
  static Scope of(UUID userId, Collection<Assignment> own, Collection<Lent> lent, Units units) {
    var rows = new TreeSet<ScopeRow>();
    var roles = EnumSet.noneOf(Role.class);
    own.forEach(assignment -> add(rows, roles, userId, assignment, units));
    lent.forEach(loan -> add(rows, roles, loan.absentId(), loan.assignment(), units));
    roles.forEach(role -> rows.add(new ScopeRow(ScopeRow.SELF, userId, role)));
    return new Scope(userId, rows, roles);
  }

  /** A role that a substitution lends. */
  record Lent(UUID absentId, Assignment assignment) {}

  UUID key() {
    return Ids.named(userId + rows.toString());
  }

  private static void add(
      Set<ScopeRow> rows, Set<Role> roles, UUID holder, Assignment assignment, Units units) {
    var role = assignment.role();
    var below = units.subtree(assignment.unitId());
    if (below.isEmpty()) {
      return;
    }
    roles.add(role);
    switch (role) {
      case VISITATOR, COORDINATOR -> all(rows, RelationKind.AREA, below, role);
      case THERAPIST -> {
        all(rows, RelationKind.COURSE_AREA, below, role);
        all(rows, RelationKind.THERAPIST, Set.of(holder), role);
      }
      case CARE_STAFF, NURSE, SUPPLIER -> all(rows, RelationKind.SERVING, below, role);
      case LOG_CONTROLLER -> rows.add(new ScopeRow(ScopeRow.LOG, assignment.unitId(), role));
      case LEADER, ADMINISTRATOR -> {}
    }
  }

  private static void all(Set<ScopeRow> rows, RelationKind kind, Set<UUID> ids, Role role) {
    ids.forEach(id -> rows.add(new ScopeRow(kind.name(), id, role)));
  }
}
