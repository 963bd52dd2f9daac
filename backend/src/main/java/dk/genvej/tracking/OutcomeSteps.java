package dk.genvej.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * From what central tracking was told of a course to what there is to tell: a row that was not
 * there is new, one that says something else is corrected, one that is no more is annulled, and
 * what is the same is not told again. A follow-up supersedes nothing.
 *
 * <p>After 120 corrected to 150 (S20) is one step: CORRECTION of version 1 with after 150.
 */
final class OutcomeSteps {

  private OutcomeSteps() {}

  /** A row that counts, and the version that told it last. */
  record Standing(int version, OutcomeFigures figures) {}

  /**
   * @param supersedes the version whose place is taken, or which is taken away
   */
  record Step(OutcomeOperation operation, @Nullable Integer supersedes, OutcomeFigures figures) {}

  /** In the order they are told: the end of the course before its follow-ups. */
  static List<Step> between(Map<OutcomeKey, Standing> told, List<OutcomeFigures> due) {
    var wanted = new TreeMap<OutcomeKey, OutcomeFigures>();
    due.forEach(one -> wanted.put(one.key(), one));
    var steps = new ArrayList<Step>();
    for (var key : all(told.keySet(), wanted.keySet())) {
      var step = step(told.get(key), wanted.get(key));
      if (step != null) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static Set<OutcomeKey> all(Set<OutcomeKey> told, Set<OutcomeKey> wanted) {
    var keys = new TreeSet<>(told);
    keys.addAll(wanted);
    return keys;
  }

  private static @Nullable Step step(@Nullable Standing told, @Nullable OutcomeFigures wanted) {
    if (told == null) {
      return wanted == null ? null : new Step(OutcomeOperation.NEW, null, wanted);
    }
    if (wanted == null) {
      return new Step(OutcomeOperation.ANNULLED, told.version(), told.figures());
    }
    return told.figures().equals(wanted)
        ? null
        : new Step(OutcomeOperation.CORRECTION, told.version(), wanted);
  }
}
