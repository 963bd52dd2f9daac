package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.EARLY_EVALUATION_NEEDS_REASON;
import static dk.genvej.shared.ProblemCode.EVALUATION_BEFORE_START;
import static dk.genvej.shared.ProblemCode.START_AFTER_EVALUATION;
import static dk.genvej.shared.ProblemCode.START_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.START_TOO_FAR_BACK;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a started course (O3), calendar days in Denmark: start Monday 2025-01-20, due Monday
 * 2025-04-14, timely from 7 to 21 April. Nothing moves due but a corrected start: no pause, no
 * holiday, no change to summer time.
 */
public record CourseSchedule(LocalDate start, CourseRules rules) {

  /** A start given at activation: today or before, but not long before. */
  public static Optional<Refusal> refuseStart(LocalDate given, LocalDate today, CourseRules rules) {
    var earliest = today.minusDays(rules.startBackDays());
    return refuseFuture(given, today)
        .or(
            () ->
                Refusal.at("/startedOn", START_TOO_FAR_BACK)
                    .with("earliest", earliest)
                    .when(given.isBefore(earliest)));
  }

  /**
   * A start corrected by a coordinator may lie as far back as the truth does, and not after what
   * has happened in the course since.
   *
   * @param since the first day of a pause, an evaluation or the stop, if there is one
   */
  public static Optional<Refusal> refuseCorrectedStart(
      LocalDate given, LocalDate today, @Nullable LocalDate since) {
    return refuseFuture(given, today)
        .or(
            () ->
                Refusal.at("/startedOn", START_AFTER_EVALUATION)
                    .when(since != null && given.isAfter(since)));
  }

  private static Optional<Refusal> refuseFuture(LocalDate given, LocalDate today) {
    return Refusal.at("/startedOn", START_IN_FUTURE)
        .with("today", today)
        .when(given.isAfter(today));
  }

  public LocalDate due() {
    return start.plusDays(rules.lengthDays());
  }

  public LocalDate timelyFrom() {
    return due().minusDays(rules.windowDays());
  }

  /** Included. */
  public LocalDate timelyUntil() {
    return due().plusDays(rules.windowDays());
  }

  public WeekNumber weekOf(LocalDate day) {
    return WeekNumber.of(start, day);
  }

  /** An early twelve-week evaluation needs a reason; a late one is accepted, and counts as late. */
  public Optional<Refusal> refuseEvaluation(LocalDate day, LocalDate today, String reason) {
    if (day.isAfter(today)) {
      return Refusal.at("/evaluatedOn", DATE_IN_FUTURE).with("today", today).when(true);
    }
    if (day.isBefore(start)) {
      return Refusal.at("/evaluatedOn", EVALUATION_BEFORE_START).with("start", start).when(true);
    }
    return Refusal.at("/earlyReason", EARLY_EVALUATION_NEEDS_REASON)
        .with("timelyFrom", timelyFrom())
        .when(day.isBefore(timelyFrom()) && reason.isBlank());
  }
}
