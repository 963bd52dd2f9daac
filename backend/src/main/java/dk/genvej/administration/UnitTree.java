package dk.genvej.administration;

import static dk.genvej.access.UnitKind.CARE_AREA;
import static dk.genvej.access.UnitKind.CARE_TEAM;
import static dk.genvej.access.UnitKind.DISTRICT;
import static dk.genvej.access.UnitKind.MUNICIPALITY;
import static dk.genvej.access.UnitKind.SUPPLIER;

import dk.genvej.access.UnitKind;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The units of a municipality, and what may stand under what: districts under the municipality,
 * care areas under a district (or the municipality, where it has none), serving units under any of
 * them. No kind stands under itself, so the tree cannot close into a ring.
 */
record UnitTree(List<UnitRow> units) {

  private static final Map<UnitKind, Set<UnitKind>> PARENTS =
      Map.of(
          MUNICIPALITY, Set.of(),
          DISTRICT, Set.of(MUNICIPALITY),
          CARE_AREA, Set.of(MUNICIPALITY, DISTRICT),
          CARE_TEAM, Set.of(MUNICIPALITY, DISTRICT, CARE_AREA),
          SUPPLIER, Set.of(MUNICIPALITY, DISTRICT, CARE_AREA));

  UnitTree {
    units = List.copyOf(units);
  }

  Optional<UnitRow> find(UUID id) {
    return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
  }

  /** Parents before children, then by name. */
  List<UnitRow> ordered() {
    return units.stream()
        .sorted(
            Comparator.comparing(UnitRow::kind)
                .thenComparing(UnitRow::name)
                .thenComparing(UnitRow::id))
        .toList();
  }

  /** Every reason against the unit standing so in the tree. */
  List<Refusal> judge(UnitRow next) {
    return Stream.of(period(next), parent(next), children(next)).flatMap(Optional::stream).toList();
  }

  private static Optional<Refusal> period(UnitRow next) {
    var ends = next.beforeDay();
    return Refusal.at("/validUntil", ProblemCode.PERIOD_REVERSED)
        .when(ends != null && !ends.isAfter(next.fromDay()));
  }

  private Optional<Refusal> parent(UnitRow next) {
    var wrong = Refusal.at("/parentId", ProblemCode.UNIT_PARENT_WRONG);
    var parentId = next.parentId();
    if (next.kind() == MUNICIPALITY) {
      return wrong.when(parentId != null || secondTop(next));
    }
    if (parentId == null) {
      return wrong.when(true);
    }
    var parent = find(parentId);
    if (parent.isEmpty()) {
      return Refusal.at("/parentId", ProblemCode.REFERENCE_NOT_FOUND).when(true);
    }
    var allowed = PARENTS.getOrDefault(next.kind(), Set.of());
    return wrong.when(!allowed.contains(parent.get().kind()));
  }

  private boolean secondTop(UnitRow next) {
    return units.stream().anyMatch(u -> u.kind() == MUNICIPALITY && !u.id().equals(next.id()));
  }

  /** No unit hangs on one that has ended, or on one of a kind it cannot hang on. */
  private Optional<Refusal> children(UnitRow next) {
    var ends = next.beforeDay();
    return Refusal.of(ProblemCode.UNIT_IN_USE)
        .when(
            units.stream()
                .filter(child -> next.id().equals(child.parentId()))
                .anyMatch(
                    child ->
                        (ends != null && child.reaches(ends))
                            || !PARENTS
                                .getOrDefault(child.kind(), Set.of())
                                .contains(next.kind())));
  }
}
