package dk.genvej.access;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A municipality's tree of units as it stood in one version. */
public final class Units {

  private final Map<UUID, Unit> byId;
  private final Map<UUID, Set<UUID>> subtrees = new HashMap<>();

  public Units(Collection<Unit> units) {
    byId = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    byId.keySet().forEach(id -> subtrees.put(id, below(id)));
  }

  /** The unit itself and all below it; empty for an unknown unit, which therefore gives nothing. */
  public Set<UUID> subtree(UUID id) {
    return subtrees.getOrDefault(id, Set.of());
  }

  public Unit get(UUID id) {
    var unit = byId.get(id);
    if (unit == null) {
      throw RefusalException.of(ProblemCode.REFERENCE_NOT_FOUND);
    }
    return unit;
  }

  /** The district a care area lies in; a unit above districts is its own. */
  public UUID districtOf(UUID id) {
    var unit = get(id);
    while (unit.kind() != UnitKind.DISTRICT && unit.parentId() != null) {
      var parent = get(unit.parentId());
      if (parent.kind() == UnitKind.MUNICIPALITY) {
        return unit.id();
      }
      unit = parent;
    }
    return unit.id();
  }

  public UUID root() {
    return byId.values().stream()
        .filter(unit -> unit.kind() == UnitKind.MUNICIPALITY)
        .map(Unit::id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a municipality has a root unit"));
  }

  public List<Unit> all() {
    return List.copyOf(byId.values());
  }

  private Set<UUID> below(UUID top) {
    var found = new HashSet<UUID>();
    var next = new ArrayDeque<>(List.of(top));
    while (!next.isEmpty()) {
      var id = next.pop();
      if (found.add(id)) {
        byId.values().stream()
            .filter(u -> id.equals(u.parentId()))
            .map(Unit::id)
            .forEach(next::push);
      }
    }
    return Set.copyOf(found);
  }
}
