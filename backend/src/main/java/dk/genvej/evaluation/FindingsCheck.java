package dk.genvej.evaluation;

import static dk.genvej.shared.ProblemCode.BODY_INVALID;
import static dk.genvej.shared.ProblemCode.EVALUATION_INCOMPLETE;
import static dk.genvej.shared.ProblemCode.LEVEL_UNKNOWN;
import static dk.genvej.shared.ProblemCode.REFERENCE_NOT_FOUND;

import dk.genvej.shared.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every evaluation must hold to: it speaks of the course's own conditions and goals, of each
 * once, and in levels that there are.
 *
 * @param conditions those of the course's plan
 * @param goals the standing goals of the course
 */
public record FindingsCheck(Set<UUID> conditions, Set<UUID> goals) {

  /** FSIII's levels; 9 is “not relevant”. */
  private static final Set<Integer> LEVELS = Set.of(0, 1, 2, 3, 4, 9);

  public List<Refusal> refuse(Findings findings) {
    var refusals = new ArrayList<Refusal>();
    refuseReferences(refusals, conditions, findings.conditionIds(), "/levels/%d/conditionId");
    refuseReferences(refusals, goals, findings.goalIds(), "/goals/%d/goalId");
    for (int i = 0; i < findings.levels().size(); i++) {
      Refusal.at("/levels/" + i + "/level", LEVEL_UNKNOWN)
          .when(!LEVELS.contains(findings.levels().get(i).level()))
          .ifPresent(refusals::add);
    }
    return refusals;
  }

  /** A twelve-week evaluation has the citizen's voice, advice, and one status for each goal. */
  public List<Refusal> refuseWhole(Findings findings) {
    return Stream.concat(
            refuse(findings).stream(),
            Stream.of(
                    refuseBlank("/citizensVoice", findings.citizensVoice()),
                    refuseBlank("/advice", findings.advice()),
                    new GoalsJudged(goals, findings.goalIds()).refuse())
                .flatMap(Optional::stream))
        .toList();
  }

  private static Optional<Refusal> refuseBlank(String pointer, @Nullable String text) {
    return Refusal.at(pointer, EVALUATION_INCOMPLETE).when(text == null || text.isBlank());
  }

  private static void refuseReferences(
      List<Refusal> refusals, Set<UUID> known, List<UUID> named, String pointer) {
    var seen = new HashSet<UUID>();
    for (int i = 0; i < named.size(); i++) {
      var id = named.get(i);
      Refusal.at(pointer.formatted(i), known.contains(id) ? BODY_INVALID : REFERENCE_NOT_FOUND)
          .when(!known.contains(id) || !seen.add(id))
          .ifPresent(refusals::add);
    }
  }
}
