package dk.genvej.goal;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One value of a filled-in instrument: of a goal or of an activity, or of the citizen as a whole.
 */
@Serdeable
public record ScoredItem(
    @Nullable UUID goalId, @Nullable String activity, String scale, BigDecimal value) {

  private static final Locale DANISH = Locale.of("da", "DK");

  /** The same each time the same thing is scored; “Gå på trappen” and “gå på trappen” are. */
  public String key() {
    if (goalId != null) {
      return goalId.toString();
    }
    return activity == null ? "" : activity.strip().replaceAll("\\s+", " ").toLowerCase(DANISH);
  }

  /** Whether it names exactly one thing. */
  boolean named() {
    return (goalId == null) == (activity != null && !activity.isBlank());
  }
}
