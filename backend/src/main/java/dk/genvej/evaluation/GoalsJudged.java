package dk.genvej.evaluation;

import static dk.genvej.shared.ProblemCode.EVALUATION_WITHOUT_ALL_GOALS;

import dk.genvej.shared.Refusal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A submitted evaluation gives each standing goal of the course one status, and no other goal any.
 */
public record GoalsJudged(Set<UUID> goals, Collection<UUID> judged) {

  public Optional<Refusal> refuse() {
    var each = judged.size() == goals.size() && Set.copyOf(judged).equals(goals);
    return Refusal.at("/goals", EVALUATION_WITHOUT_ALL_GOALS).when(!each);
  }
}
