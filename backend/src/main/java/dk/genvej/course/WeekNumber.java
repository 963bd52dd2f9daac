package dk.genvej.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The week of a course a day falls in: days 0 to 6 are week 1, so day 31 is in week 5 (O16). */
public record WeekNumber(int value) {

  private static final int DAYS = 7;

  public WeekNumber {
    if (value < 1) {
      throw new IllegalArgumentException("the first week is week 1");
    }
  }

  public static WeekNumber of(LocalDate start, LocalDate day) {
    if (day.isBefore(start)) {
      throw new IllegalArgumentException("the day lies before the start");
    }
    return new WeekNumber((int) (ChronoUnit.DAYS.between(start, day) / DAYS) + 1);
  }
}
