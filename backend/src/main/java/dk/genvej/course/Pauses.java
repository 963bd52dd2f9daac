package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.PAUSE_OPEN;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The pauses of one course. Two tablets may each enter the same stay, so pauses may overlap; a day
 * in two of them counts once (O16). Only a second open pause is refused.
 */
public record Pauses(List<Pause> all) {

  public Pauses {
    all = List.copyOf(all);
  }

  public boolean openOn(LocalDate today) {
    return all.stream().anyMatch(pause -> pause.open() && pause.covers(today));
  }

  public Optional<Refusal> refuseOpening(Pause another) {
    var bothOpen = another.open() && all.stream().anyMatch(Pause::open);
    return Refusal.of(PAUSE_OPEN).when(bothOpen);
  }

  /** Days of pause from the start until a day that is not itself counted. */
  public int days(LocalDate start, LocalDate until) {
    return (int)
        all.stream()
            .flatMap(pause -> pause.daysUntil(until))
            .filter(day -> !day.isBefore(start))
            .distinct()
            .count();
  }

  /** Days of pause up to and with today that fall before due. */
  public int daysBeforeDue(CourseSchedule schedule, LocalDate today) {
    var tomorrow = today.plusDays(1);
    var due = schedule.due();
    return days(schedule.start(), tomorrow.isBefore(due) ? tomorrow : due);
  }

  /** 84 less the ten days of S7 is 74; due stays where it is. */
  public int activeDays(CourseSchedule schedule, LocalDate today) {
    return schedule.rules().lengthDays() - daysBeforeDue(schedule, today);
  }
}
