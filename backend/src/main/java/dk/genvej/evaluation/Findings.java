package dk.genvej.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation says.
 *
 * @param evaluatedOn the day it was held; a draft may not know it yet
 * @param citizensVoice what the citizen says came of it
 * @param summary what the therapist saw
 * @param advice to the visitator, on the help that is left
 */
public record Findings(
    @Nullable LocalDate evaluatedOn,
    @Nullable String earlyReason,
    @Nullable String citizensVoice,
    @Nullable String summary,
    @Nullable String advice,
    List<LevelFound> levels,
    List<GoalFound> goals) {

  public Findings {
    levels = List.copyOf(levels);
    goals = List.copyOf(goals);
  }

  List<UUID> conditionIds() {
    return levels.stream().map(LevelFound::conditionId).toList();
  }

  List<UUID> goalIds() {
    return goals.stream().map(GoalFound::goalId).toList();
  }
}
