package dk.genvej.access;

import dk.genvej.shared.Role;
import java.util.UUID;

/**
 * A role held at a unit. The pair is never flattened: a role gives nothing outside its own unit.
 */
public record Assignment(Role role, UUID unitId) {}
