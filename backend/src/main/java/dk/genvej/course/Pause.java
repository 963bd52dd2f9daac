package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.PAUSE_ALREADY_ENDED;
import static dk.genvej.shared.ProblemCode.PAUSE_BEFORE_START;
import static dk.genvej.shared.ProblemCode.PERIOD_REVERSED;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rest in a course, [from, home): away from 2 April and home on the 12th is ten days (O16, S7).
 *
 * @param home the day back; absent while the pause is open
 */
public record Pause(LocalDate from, @Nullable LocalDate home, PauseReason reason) {

  public boolean open() {
    return home == null;
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (home == null || day.isBefore(home));
  }

  Stream<LocalDate> daysUntil(LocalDate until) {
    var end = home == null || home.isAfter(until) ? until : home;
    return from.isBefore(end) ? from.datesUntil(end) : Stream.empty();
  }

  /**
   * Every reason against. A pause is what has happened, never a plan: one that lay ahead would
   * change the state by the calendar alone. One entered afterwards is welcome.
   */
  public List<Refusal> refuse(LocalDate start, LocalDate today) {
    var refuseUntil = home == null ? Optional.<Refusal>empty() : refuseHome(home, today);
    return Stream.of(refuseFrom(start, today), refuseUntil).flatMap(Optional::stream).toList();
  }

  private Optional<Refusal> refuseFrom(LocalDate start, LocalDate today) {
    return Refusal.at("/from", DATE_IN_FUTURE)
        .with("today", today)
        .when(from.isAfter(today))
        .or(
            () ->
                Refusal.at("/from", PAUSE_BEFORE_START)
                    .with("start", start)
                    .when(from.isBefore(start)));
  }

  /** An open pause ends on the day home, which is no pause day itself. */
  public Optional<Refusal> refuseEnd(LocalDate day, LocalDate today) {
    return open() ? refuseHome(day, today) : Refusal.of(PAUSE_ALREADY_ENDED).when(true);
  }

  private Optional<Refusal> refuseHome(LocalDate day, LocalDate today) {
    return Refusal.at("/until", PERIOD_REVERSED)
        .with("from", from)
        .when(day.isBefore(from))
        .or(
            () ->
                Refusal.at("/until", DATE_IN_FUTURE).with("today", today).when(day.isAfter(today)));
  }
}
