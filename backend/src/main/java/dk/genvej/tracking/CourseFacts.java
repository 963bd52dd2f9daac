package dk.genvej.tracking;

import dk.genvej.course.CourseState;
import dk.genvej.goal.GoalStatus;
import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the field knows of a course that is told of it, as it stands.
 *
 * @param goals the statuses of its standing goals, by comma
 * @param trackingId null until there is an outcome
 */
@Introspected
record CourseFacts(
    UUID id,
    int version,
    CourseState state,
    UUID districtId,
    @Nullable UUID servingUnit,
    @Nullable Boolean livesAlone,
    LocalDate birthDate,
    String legalBasis,
    @Nullable String interventionType,
    @Nullable String referralReason,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate evaluatedOn,
    @Nullable LocalDate completedOn,
    @Nullable LocalDate stoppedOn,
    @Nullable String stopReason,
    @Nullable Integer stopWeek,
    @Nullable BigDecimal beforeMinutes,
    @Nullable String beforeBasis,
    @Nullable BigDecimal shadowMinutes,
    @Nullable String shadowBasis,
    @Nullable BigDecimal afterMinutes,
    @Nullable String afterBasis,
    @Nullable String category,
    @Nullable String categoryReason,
    @Nullable String goals,
    int visits,
    BigDecimal visitMinutes,
    boolean cohort,
    @Nullable UUID trackingId,
    int latestVersion) {

  List<GoalStatus> goalStatuses() {
    return goals == null
        ? List.of()
        : Arrays.stream(goals.split(",")).map(GoalStatus::valueOf).toList();
  }
}
