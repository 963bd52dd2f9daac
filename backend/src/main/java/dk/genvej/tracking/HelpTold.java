package dk.genvej.tracking;

import io.micronaut.data.annotation.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A help figure as it is told.
 *
 * @param minutes a week, one decimal; null when not known or said outright to be “ikke opgjort”
 * @param basis what the minutes rest on; null without minutes
 */
@Embeddable
public record HelpTold(@Nullable BigDecimal minutes, @Nullable String basis) {

  static final HelpTold NONE = new HelpTold(null, null);

  static HelpTold of(@Nullable BigDecimal minutes, @Nullable String basis) {
    return new HelpTold(minutes, minutes == null ? null : basis);
  }
}
