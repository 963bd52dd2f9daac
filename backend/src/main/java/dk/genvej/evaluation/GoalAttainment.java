package dk.genvej.evaluation;

import dk.genvej.goal.GoalStatus;
import dk.genvej.shared.Ratio;
import java.util.Collection;
import java.util.Optional;

/**
 * How many of a course's goals were met. One partly met is not met, and one left open counts among
 * all, so that forgetting to close a goal never makes the figure better. 2 of 3 is 66.7 % (S17).
 */
public record GoalAttainment(int met, int total) {

  public static GoalAttainment of(Collection<GoalStatus> goals) {
    var met = goals.stream().filter(status -> status == GoalStatus.ACHIEVED).count();
    return new GoalAttainment((int) met, goals.size());
  }

  public Optional<Ratio> share() {
    return Ratio.ofCounts(met, total);
  }
}
