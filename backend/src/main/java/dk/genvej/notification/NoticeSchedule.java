package dk.genvej.notification;

import dk.genvej.settings.Setting;
import dk.genvej.settings.SettingsHistory;
import dk.genvej.shared.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * When day-bound notices are told (O13): at 07:00 of a working day, N3 and N4 on the last one
 * before a day off, N5, N6 and N9 on the next one after.
 *
 * <p>Due on Monday 21 April 2025, which is 2. påskedag: N3 on Monday 7 April, N4 on Wednesday the
 * 16th as the 17th and 18th are holidays too, N5 on Tuesday the 22nd, N6 on Tuesday the 29th (S6).
 *
 * @param settings the municipality's; each day is judged by what holds on it
 * @param working whether the municipality works on a day
 */
record NoticeSchedule(SettingsHistory settings, Predicate<LocalDate> working) {

  /** What is told when. */
  record Moment(NotificationKind kind, Instant at) {}

  /** N3 to N6 of an evaluation, in their order. */
  List<Moment> ofEvaluation(LocalDate due) {
    var chosen = settings.on(due);
    return List.of(
        before(NotificationKind.N3, due.minusDays(chosen.whole(Setting.NOTICE_REMINDER_DAYS))),
        before(NotificationKind.N4, due),
        after(NotificationKind.N5, due.plusDays(chosen.whole(Setting.NOTICE_OVERDUE_DAYS))),
        after(NotificationKind.N6, due.plusDays(chosen.whole(Setting.NOTICE_ESCALATION_DAYS))));
  }

  Moment ofFollowUp(LocalDate due) {
    return after(NotificationKind.N9, due);
  }

  /**
   * What is still to be told when it is planned late, by a corrected start for example: all that is
   * to come, and of what has passed only the last. A course that is found to have been due nine
   * days ago is told to the coordinator, and the therapist is not reminded of it three times.
   */
  static List<Moment> toTell(List<Moment> moments, Instant now) {
    var told = new ArrayList<Moment>();
    for (var moment : moments) {
      if (!moment.at().isAfter(now)) {
        told.clear();
      }
      told.add(moment);
    }
    return told;
  }

  private Moment before(NotificationKind kind, LocalDate day) {
    var told = day;
    while (!working.test(told)) {
      told = told.minusDays(1);
    }
    return at(kind, told);
  }

  private Moment after(NotificationKind kind, LocalDate day) {
    var told = day;
    while (!working.test(told)) {
      told = told.plusDays(1);
    }
    return at(kind, told);
  }

  private Moment at(NotificationKind kind, LocalDate day) {
    var time = settings.on(day).time(Setting.NOTICE_TIME);
    return new Moment(kind, day.atTime(time).atZone(Time.ZONE).toInstant());
  }
}
