package dk.genvej.imports;

import dk.genvej.course.GrantLaw;
import dk.genvej.course.GrantState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant of home care (bevilling).
 *
 * @param code the service, or {@link #COURSE_LEVEL}
 * @param level the municipality's own level of a care course under ældreloven
 * @param state follows from the days, and is therefore no content
 * @param minutesPerWeek one decimal; of a level, its indicative minutes
 */
record GrantRow(
    int line,
    String key,
    String citizenKey,
    UUID citizenId,
    String code,
    @Nullable String level,
    @Nullable String levelName,
    GrantLaw law,
    LocalDate fromDay,
    @Nullable LocalDate untilDay,
    GrantState state,
    BigDecimal minutesPerWeek)
    implements Row {

  static final String COURSE_LEVEL = "COURSE_LEVEL";

  @Override
  public List<@Nullable Object> content() {
    return Arrays.asList(citizenId, code, level, levelName, law, fromDay, untilDay, minutesPerWeek);
  }
}
