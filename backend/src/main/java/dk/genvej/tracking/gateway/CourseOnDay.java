package dk.genvej.tracking.gateway;

import dk.genvej.course.CourseState;
import dk.genvej.course.GrantState;
import dk.genvej.course.StopReason;
import dk.genvej.evaluation.EvaluationState;
import dk.genvej.followup.FollowUpResult;
import dk.genvej.followup.FollowUpState;
import dk.genvej.referral.LegalBasis;
import dk.genvej.visit.ContactType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course as it stood at the end of a day, as far as the gateway is told of it.
 *
 * @param helps after the re-visitation first, then at each follow-up that was recorded
 * @param visits held, only where they are reported
 */
record CourseOnDay(
    UUID id,
    CourseState state,
    LegalBasis legalBasis,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate completedOn,
    @Nullable LocalDate stoppedOn,
    @Nullable StopReason stopReason,
    LocalDate stateSince,
    List<Aim> aims,
    List<Granted> grants,
    List<Evaluated> evaluations,
    List<FollowedUp> followUps,
    List<HelpLeft> helps,
    List<Visited> visits) {

  CourseOnDay {
    aims = List.copyOf(aims);
    grants = List.copyOf(grants);
    evaluations = List.copyOf(evaluations);
    followUps = List.copyOf(followUps);
    helps = List.copyOf(helps);
    visits = List.copyOf(visits);
  }

  /**
   * @param since the first day this level was expected
   */
  record Aim(
      UUID id,
      UUID conditionId,
      @Nullable Integer expectedLevel,
      boolean inFocus,
      LocalDate since) {}

  record Granted(
      UUID id,
      String code,
      @Nullable String level3Code,
      @Nullable String level3Name,
      List<String> deliveryTypes,
      LocalDate from,
      @Nullable LocalDate until,
      GrantState state) {}

  /**
   * @param dueOn null for an interim one, which is never planned
   */
  record Evaluated(
      UUID id, EvaluationState state, @Nullable LocalDate dueOn, @Nullable LocalDate evaluatedOn) {}

  record FollowedUp(
      UUID id,
      FollowUpState state,
      LocalDate dueOn,
      @Nullable LocalDate heldOn,
      @Nullable FollowUpResult result) {}

  /**
   * The help that is granted from a day on.
   *
   * @param services the municipality's codes of the services, or of the one course level; empty
   *     when there is no help
   */
  record HelpLeft(LocalDate from, Set<String> services) {

    HelpLeft {
      services = Set.copyOf(services);
    }
  }

  record Visited(UUID id, ContactType type, Instant heldAt, @Nullable BigDecimal minutes) {}

  /** Never true, so nothing of it is told and what was is taken back. */
  boolean inError() {
    return state == CourseState.ANNULLED;
  }

  boolean started() {
    return startedOn != null && !state.beforeStart();
  }

  /** The last day of one that has ended, whichever way. */
  Optional<LocalDate> ended() {
    return state.open()
        ? Optional.empty()
        : Optional.of(
            completedOn != null ? completedOn : stoppedOn != null ? stoppedOn : stateSince);
  }

  /** The conditions that contacts and grants are about: those in focus, else all of the plan. */
  List<UUID> conditionsInFocus() {
    var inFocus = aims.stream().filter(Aim::inFocus).map(Aim::conditionId).toList();
    return inFocus.isEmpty() ? aims.stream().map(Aim::conditionId).toList() : inFocus;
  }
}
