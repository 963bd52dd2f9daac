package dk.genvej.tracking;

import io.micronaut.data.annotation.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as it is told; empty in the row of a course's end.
 *
 * @param month 3, 6 or 12, as the municipality has chosen
 * @param minutes granted then, a week
 * @param result FSIII's E1 to E4 (R78)
 */
@Embeddable
public record FollowUpTold(
    @Nullable Integer month,
    @Nullable BigDecimal minutes,
    @Nullable String basis,
    @Nullable String result) {

  static final FollowUpTold NONE = new FollowUpTold(null, null, null, null);
}
