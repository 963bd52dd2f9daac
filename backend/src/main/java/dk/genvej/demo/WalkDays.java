package dk.genvej.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The days of the walk, as far apart as Inger's: discharged on a Thursday, assessed on the Monday
 * after, started a week later, evaluated after twelve weeks, decided anew two days on.
 */
record WalkDays(LocalDate assessed) {

  private static final int COURSE_DAYS = 84;

  /** The first such days that are not past: 13 January 2025 for a clock that shows 9 January. */
  static WalkDays from(LocalDate today) {
    return new WalkDays(today.plusDays(4).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
  }

  LocalDate discharged() {
    return assessed.minusDays(4);
  }

  LocalDate planned() {
    return assessed.plusDays(4);
  }

  LocalDate started() {
    return assessed.plusDays(7);
  }

  LocalDate visited() {
    return started().plusDays(2);
  }

  LocalDate reminded() {
    return due().minusDays(14);
  }

  LocalDate due() {
    return started().plusDays(COURSE_DAYS);
  }

  LocalDate revisited() {
    return due().plusDays(2);
  }

  /** Eighty-two years old when assessed, and not born on 1 January. */
  LocalDate birth() {
    var day = assessed.minusYears(82).minusDays(152);
    return day.getDayOfYear() == 1 ? day.minusDays(1) : day;
  }

  /** A decision before 1 July 2025 rests on serviceloven, a later one on ældreloven. */
  String legalBasis() {
    return assessed.isBefore(LocalDate.of(2025, 7, 1)) ? "SEL_83A" : "AELDRELOVEN_10";
  }
}
