package dk.genvej.access;

import dk.genvej.shared.Role;

/**
 * In which capacity an actor meets a citizen: the role that gives it, and the relation it rests on.
 */
public record Standing(Role role, RelationKind relation) {}
