package dk.genvej.tracking;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.citizen.AgeBand;
import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.Relation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome says (O15). When any of it is found to be otherwise, a correction follows. The
 * row of a follow-up carries the help of the course beside its own, so that it can be judged by
 * itself (O9); goals, visits and scores stand in the row of the course's end alone.
 *
 * @param eventOn the day of completion, stop or follow-up, whose month it is counted in
 * @param districtId of the course's care area when the course began
 * @param servingUnitId the care team or supplier that served the citizen at the start
 * @param ageBand on the day of the start
 * @param livesAlone at the start; null when nobody had said
 * @param visits held, meetings and screen visits among them
 * @param cohort drawn for a followed-up cohort (T13)
 */
@Embeddable
public record OutcomeContent(
    OutcomeEvent event,
    LocalDate eventOn,
    UUID districtId,
    @Nullable UUID servingUnitId,
    AgeBand ageBand,
    @Nullable Boolean livesAlone,
    String legalBasis,
    @Nullable String interventionType,
    @Nullable String referralReason,
    LocalDate startedOn,
    LocalDate dueOn,
    @Nullable LocalDate evaluatedOn,
    @Nullable LocalDate completedOn,
    @Nullable LocalDate stoppedOn,
    @Nullable String stopReason,
    @Nullable Integer stopWeek,
    @Relation(EMBEDDED) HelpTold before,
    @Relation(EMBEDDED) HelpTold shadow,
    @Relation(EMBEDDED) HelpTold after,
    @Nullable String category,
    @Nullable String categoryReason,
    @Nullable Integer goalsMet,
    @Nullable Integer goalsTotal,
    @Nullable Integer visits,
    @Nullable BigDecimal visitMinutes,
    @Relation(EMBEDDED) FollowUpTold followUp,
    boolean cohort) {

  /** A figure without any value is read from the database as none at all. */
  public OutcomeContent {
    before = Objects.requireNonNullElse(before, HelpTold.NONE);
    shadow = Objects.requireNonNullElse(shadow, HelpTold.NONE);
    after = Objects.requireNonNullElse(after, HelpTold.NONE);
    followUp = Objects.requireNonNullElse(followUp, FollowUpTold.NONE);
  }

  OutcomeKey key() {
    return new OutcomeKey(event, Objects.requireNonNullElse(followUp.month(), 0));
  }
}
