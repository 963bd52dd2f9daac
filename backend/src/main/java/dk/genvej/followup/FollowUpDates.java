package dk.genvej.followup;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.FOLLOW_UP_BEFORE_COMPLETION;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When the follow-ups of a completed course fall due: calendar months after completion, each
 * counted from that day and clamped to the month's last (S19: completed 2025-11-30, due 2026-02-28,
 * 2026-05-30 and 2026-11-30; the clamp of February does not carry on to May).
 */
public record FollowUpDates(LocalDate completed, List<Integer> months) {

  /** Setting {@code followup.months}. */
  public static final List<Integer> DEFAULT_MONTHS = List.of(3, 6, 12);

  public FollowUpDates {
    months = months.stream().sorted().distinct().toList();
    if (months.isEmpty() || months.getFirst() < 1) {
      throw new IllegalArgumentException("a follow-up is at least a month after completion");
    }
  }

  public List<Due> all() {
    return months.stream().map(month -> new Due(month, completed.plusMonths(month))).toList();
  }

  /**
   * A follow-up is held after the course is completed, and by today; before its due date it may be.
   */
  public Optional<Refusal> refuseHeld(LocalDate held, LocalDate today) {
    return Refusal.at("/heldOn", FOLLOW_UP_BEFORE_COMPLETION)
        .with("completed", completed)
        .when(!held.isAfter(completed))
        .or(
            () ->
                Refusal.at("/heldOn", DATE_IN_FUTURE)
                    .with("today", today)
                    .when(held.isAfter(today)));
  }

  public record Due(int month, LocalDate on) {}
}
