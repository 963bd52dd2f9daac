package dk.genvej.administration;

import dk.genvej.access.UnitKind;
import dk.genvej.audit.Change;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases about the organisation: districts, care areas, care teams and suppliers (R83). */
@Singleton
public class UnitService {

  private final UnitRepository units;

  UnitService(UnitRepository units) {
    this.units = units;
  }

  /** Parents before children; only those that are there on the day. */
  List<UnitRow> on(Work work, @Nullable LocalDate day, @Nullable UnitKind kind) {
    var asked = Objects.requireNonNullElse(day, work.today());
    return new UnitTree(units.all(work.municipality()))
        .ordered().stream()
            .filter(unit -> unit.covers(asked) && (kind == null || unit.kind() == kind))
            .toList();
  }

  /** Makes the unit (version 0) or changes it. Access follows with the very next request. */
  Written put(Work work, UUID id, UnitDetails details) {
    units.raiseVersion(work.municipality());
    var tree = new UnitTree(units.all(work.municipality()));
    var current = tree.find(id);
    int version = current.map(UnitRow::version).orElse(0);
    work.requireBase(version);
    var next = next(work, id, details, version + 1);
    RefusalException.throwIfAny(tree.judge(next));
    inUse(work, current, next).ifPresent(UnitService::refuse);
    return current.isPresent() ? change(work, next) : make(work, next);
  }

  private Written make(Work work, UnitRow unit) {
    units.save(unit);
    return tell(work, "UnitMade", unit);
  }

  private Written change(Work work, UnitRow unit) {
    units.update(unit);
    return tell(work, "UnitChanged", unit);
  }

  private static UnitRow next(Work work, UUID id, UnitDetails details, int version) {
    var until = details.until();
    return new UnitRow(
        work.municipality(),
        id,
        details.parentId(),
        details.kind(),
        details.name(),
        details.from(),
        until == null ? null : until.plusDays(1),
        version,
        work.actor().userId(),
        work.now());
  }

  /** A unit that citizens hang on neither ends nor becomes of another kind. */
  private Optional<Refusal> inUse(Work work, Optional<UnitRow> current, UnitRow next) {
    boolean otherKind = current.filter(unit -> unit.kind() != next.kind()).isPresent();
    var from = otherKind ? work.today().minusDays(1) : next.beforeDay();
    if (from == null) {
      return Optional.empty();
    }
    return Refusal.of(ProblemCode.UNIT_IN_USE)
        .when(units.relationsReaching(work.municipality(), next.id(), from) > 0);
  }

  private static void refuse(Refusal refusal) {
    throw RefusalException.of(refusal);
  }

  private static Written tell(Work work, String kind, UnitRow unit) {
    work.changed(
        new Change(kind, "unit", unit.id(), unit.version(), null, null, work.recordedAt(), null));
    return new Written(unit.id(), unit.version());
  }
}
