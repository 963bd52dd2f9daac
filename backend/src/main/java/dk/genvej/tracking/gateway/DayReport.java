package dk.genvej.tracking.gateway;

import dk.genvej.tracking.fhir.Patient;
import dk.genvej.tracking.fhir.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a day changed for a citizen: the difference between what the gateway was told before and how
 * it all stood in the evening. What is no longer true is taken back, what anything refers to comes
 * along unchanged. Made of the whole, so that a correction is reported wherever it was made.
 */
record DayReport(List<Line> lines) {

  /** The kinds in the order they are written. */
  private static final List<String> ORDER =
      List.of("Patient", "Condition", "Goal", "CarePlan", "Procedure", "Encounter", "Observation");

  DayReport {
    lines = List.copyOf(lines);
  }

  /**
   * @param changed whether the day changed it; otherwise it only comes along
   */
  record Line(Told told, boolean changed) {}

  /**
   * @param before the last form of everything the gateway was told, or is being told
   * @param now how it stands
   * @param updated when the day last changed something, as text
   * @return empty when there is nothing to tell
   */
  static Optional<DayReport> between(List<Told> before, List<Told> now, String updated) {
    var known = byAddress(before);
    var lines = new LinkedHashMap<String, Line>();
    for (var told : now) {
      lines.put(told.address(), line(told, known.get(told.address()), updated));
    }
    for (var told : before) {
      lines.computeIfAbsent(told.address(), _ -> gone(told, updated));
    }
    var changed = lines.values().stream().filter(Line::changed).toList();
    var onlyTheCitizen =
        before.isEmpty()
            && changed.stream().allMatch(one -> one.told().resource() instanceof Patient);
    return changed.isEmpty() || onlyTheCitizen
        ? Optional.empty()
        : Optional.of(new DayReport(ordered(whole(changed, lines))));
  }

  private static Line line(Told told, @Nullable Told before, String updated) {
    return before != null && same(before.resource(), told.resource())
        ? new Line(told.with(before.resource()), false)
        : new Line(told.with(told.resource().updated(updated)), true);
  }

  private static Line gone(Told told, String updated) {
    return told.resource().isInError()
        ? new Line(told, false)
        : new Line(told.with(told.resource().inError().updated(updated)), true);
  }

  private static boolean same(Resource one, Resource other) {
    return one.updated("").equals(other.updated(""));
  }

  /** With all that is referred to, and the citizen. */
  private static Set<Line> whole(List<Line> changed, Map<String, Line> lines) {
    var taken = new HashSet<Line>();
    var left = new ArrayDeque<>(changed);
    lines.values().stream()
        .filter(one -> one.told().resource() instanceof Patient)
        .forEach(left::add);
    while (!left.isEmpty()) {
      var line = left.remove();
      if (taken.add(line)) {
        line.told().resource().references().stream()
            .map(reference -> lines.get(reference.reference()))
            .filter(Objects::nonNull)
            .forEach(left::add);
      }
    }
    return taken;
  }

  private static List<Line> ordered(Set<Line> taken) {
    var lines = new ArrayList<>(taken);
    lines.sort(
        Comparator.comparing((Line one) -> ORDER.indexOf(one.told().resource().kind()))
            .thenComparing(one -> one.told().source().kind())
            .thenComparing(one -> one.told().source().source())
            .thenComparing(one -> one.told().generation()));
    return lines;
  }

  private static Map<String, Told> byAddress(List<Told> before) {
    var byAddress = new LinkedHashMap<String, Told>();
    before.forEach(told -> byAddress.put(told.address(), told));
    return byAddress;
  }

  List<Resource> resources() {
    return lines.stream().map(one -> one.told().resource()).toList();
  }

  /** The addresses of what the day changed. */
  Set<String> changed() {
    var changed = new HashSet<String>();
    lines.stream().filter(Line::changed).forEach(one -> changed.add(one.told().address()));
    return changed;
  }
}
