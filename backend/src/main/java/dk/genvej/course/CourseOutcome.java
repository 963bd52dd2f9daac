package dk.genvej.course;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What came of a completed course, as the course keeps it; how it is counted is the evaluation's
 * matter (O4, O5).
 *
 * @param categoryReason why there is none, with NOT_COMPUTABLE
 * @param degreeOfHelp after in percent of shadow, one decimal
 * @param savedMinutes shadow less after, minutes a week
 */
public record CourseOutcome(
    String category,
    @Nullable String categoryReason,
    @Nullable BigDecimal degreeOfHelp,
    @Nullable BigDecimal savedMinutes) {}
