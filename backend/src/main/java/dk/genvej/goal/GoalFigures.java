package dk.genvej.goal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A goal's two ends in figures, where it has any: 52.0 to 54.0 kg. 54 and 54.0 are the same figure.
 */
public record GoalFigures(
    @Nullable BigDecimal baseline, @Nullable BigDecimal target, @Nullable String unit) {

  public static final GoalFigures NONE = new GoalFigures(null, null, null);

  public GoalFigures {
    baseline = plain(baseline);
    target = plain(target);
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
