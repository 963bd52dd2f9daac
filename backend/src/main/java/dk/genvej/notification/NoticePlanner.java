package dk.genvej.notification;

import dk.genvej.notification.NoticePlanRepository.Due;
import dk.genvej.notification.NoticeSchedule.Moment;
import dk.genvej.settings.SettingsHistory;
import dk.genvej.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Makes the notices of what is due, by a municipality's calendar. */
@Singleton
class NoticePlanner {

  private final WorkingDays days;

  NoticePlanner(WorkingDays days) {
    this.days = days;
  }

  Plan by(SettingsHistory settings) {
    return new Plan(new NoticeSchedule(settings, day -> days.working(day, settings)));
  }

  /** The planning of one municipality. */
  record Plan(NoticeSchedule schedule) {

    /** Of what has passed by now only the last is told, and told late. */
    List<Notice> ofEvaluation(Due course, Instant now) {
      return NoticeSchedule.toTell(schedule.ofEvaluation(course.dueOn()), now).stream()
          .map(moment -> notice(course, moment))
          .toList();
    }

    Notice ofFollowUp(Due followUp) {
      return notice(followUp, schedule.ofFollowUp(followUp.dueOn()));
    }

    private static Notice notice(Due due, Moment moment) {
      return new Notice(
          Ids.next(),
          moment.kind().name(),
          due.id(),
          due.dueOn(),
          due.citizenId(),
          due.courseId(),
          moment.at());
    }
  }
}
