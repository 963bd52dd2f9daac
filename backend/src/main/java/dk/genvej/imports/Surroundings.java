package dk.genvej.imports;

import dk.genvej.access.Unit;
import dk.genvej.access.UnitKind;
import dk.genvej.citizen.Cpr;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a line is judged against.
 *
 * @param asOf the day the file was made
 * @param units by name, folded
 * @param visitators by user name
 * @param citizens by the record system's key
 * @param cprMark keyed mark of a CPR number: the same for the same number, and not to be guessed
 */
record Surroundings(
    LocalDate asOf,
    Map<String, List<Unit>> units,
    Map<String, UUID> visitators,
    Map<String, UUID> citizens,
    Function<Cpr, String> cprMark) {

  /** The unit of that name, when there is one of the kinds; else the fault is told. */
  @Nullable UUID unit(Fields fields, String column, @Nullable String name, Set<UnitKind> kinds) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    var named = units.getOrDefault(folded(name), List.of());
    var fit = named.stream().filter(unit -> kinds.contains(unit.kind())).toList();
    if (fit.size() == 1) {
      return fit.getFirst().id();
    }
    var kind = named.isEmpty() ? FaultKind.UNIT_UNKNOWN : FaultKind.UNIT_KIND_WRONG;
    fields.fault(column, fit.isEmpty() ? kind : FaultKind.UNIT_AMBIGUOUS);
    return null;
  }

  /** The citizen whose key the line names, or a stand-in and a fault. */
  UUID citizen(Fields fields) {
    var key = fields.text("borger_id", 100);
    var citizen = citizens.get(key);
    if (citizen == null && !key.isEmpty()) {
      fields.fault("borger_id", FaultKind.CITIZEN_UNKNOWN);
    }
    return citizen == null ? new UUID(0, 0) : citizen;
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.of("da"));
  }
}
