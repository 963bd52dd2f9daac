package dk.genvej.access;

import dk.genvej.shared.Role;
import java.util.UUID;

/** One row of {@code actor_scope}: through this role the actor meets what has this kind and id. */
record ScopeRow(String kind, UUID scopeId, Role role) implements Comparable<ScopeRow> {

  /** For a log controller: no relation to citizens, only to the log. */
  static final String LOG = "LOG";

  /** What is the actor's own, whoever else may see it. */
  static final String SELF = "SELF";

  @Override
  public int compareTo(ScopeRow other) {
    return toString().compareTo(other.toString());
  }
}
