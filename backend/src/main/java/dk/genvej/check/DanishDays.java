package dk.genvej.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The model's own calendar: Easter by Gauss's rule, and what hangs on it; from 2024 on. */
final class DanishDays {

  private DanishDays() {}

  static boolean working(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return false;
    }
    var date = "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    if (date.equals("01-01") || date.equals("12-25") || date.equals("12-26")) {
      return false;
    }
    return switch ((int) ChronoUnit.DAYS.between(easter(day.getYear()), day)) {
      case -3, -2, 1, 39, 50 -> false;
      default -> true;
    };
  }

  /** The last working day before that one. */
  static LocalDate before(LocalDate day) {
    var earlier = day.minusDays(1);
    return working(earlier) ? earlier : before(earlier);
  }

  static LocalDate after(LocalDate day) {
    var later = day.plusDays(1);
    return working(later) ? later : after(later);
  }

  /** For years of 1900 to 2099. */
  static LocalDate easter(int year) {
    int d = (19 * (year % 19) + 24) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
    int days = 22 + d + e;
    if (days == 57 || (days == 56 && e == 6 && year % 19 > 10)) {
      days -= 7;
    }
    return LocalDate.of(year, 3, 1).plusDays(days - 1L);
  }
}
