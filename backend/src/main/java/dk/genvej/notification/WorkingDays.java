package dk.genvej.notification;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingsHistory;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which days a municipality works: not on Saturdays, Sundays and Danish public holidays, nor on
 * days off of its own choice (O16). Store Bededag is a working day from 2024 (lov nr. 214 of 6
 * March 2023).
 */
@Singleton
public class WorkingDays {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final ConcurrentHashMap<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

  WorkingDays() {}

  public boolean working(LocalDate day, SettingsHistory settings) {
    return !WEEKEND.contains(day.getDayOfWeek())
        && !holiday(day)
        && !settings.on(day).days(Setting.DAYS_OFF).contains(MonthDay.from(day));
  }

  boolean holiday(LocalDate day) {
    return holidays.computeIfAbsent(day.getYear(), WorkingDays::ofYear).contains(day);
  }

  /** The calendar is read once for each year; nothing of it is needed before the first notice. */
  private static Set<LocalDate> ofYear(int year) {
    var days = new java.util.HashSet<LocalDate>();
    var denmark = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK));
    denmark.getHolidays(java.time.Year.of(year)).forEach(one -> days.add(one.getDate()));
    return Set.copyOf(days);
  }
}
