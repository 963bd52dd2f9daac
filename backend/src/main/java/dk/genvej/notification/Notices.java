package dk.genvej.notification;

import dk.genvej.audit.AuditLog.Made;
import dk.genvej.audit.Change;
import dk.genvej.settings.Settings;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Time;
import dk.genvej.work.ChangeListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Plans and cancels notices in the transaction of what they are about. Most changes are about none
 * and cost nothing; those that are cost a statement for each kind of news, for a request as for a
 * whole queue. Who is told is found later, by the worker.
 */
@Singleton
class Notices implements ChangeListener {

  private final NoticeRepository repository;
  private final Settings settings;
  private final NoticePlanner planner;

  Notices(NoticeRepository repository, Settings settings, NoticePlanner planner) {
    this.repository = repository;
    this.settings = settings;
    this.planner = planner;
  }

  /** First what is new, then what has gone: a queue may have begun and ended the same. */
  @Override
  public void changed(int municipality, List<Made> made) {
    var news = new News(made);
    tellAtOnce(municipality, news.atOnce);
    plan(municipality, news);
    cancel(municipality, news);
  }

  private void tellAtOnce(int municipality, List<Notice> notices) {
    if (!notices.isEmpty()) {
      var rows = new NoticeRows(notices);
      repository.tellAtOnce(
          municipality,
          rows.ids(),
          rows.kinds(),
          rows.causes(),
          rows.days(),
          rows.courses(),
          rows.moments());
    }
  }

  private void plan(int municipality, News news) {
    if (news.dueCourses.isEmpty() && news.dueFollowUps.isEmpty()) {
      return;
    }
    var plan = planner.by(settings.history(municipality));
    var notices = new ArrayList<Notice>();
    some(
        news.dueCourses,
        ids ->
            repository
                .runningCourses(municipality, ids)
                .forEach(due -> notices.addAll(plan.ofEvaluation(due, news.now))));
    some(
        news.dueFollowUps,
        ids ->
            repository
                .openFollowUps(municipality, ids)
                .forEach(due -> notices.add(plan.ofFollowUp(due))));
    repository.plan(municipality, notices);
  }

  private void cancel(int municipality, News news) {
    var now = news.now;
    some(
        news.notDueCourses,
        ids -> repository.cancelOfCourses(municipality, ids, news.tomorrow(), now));
    some(
        news.notDueFollowUps,
        ids -> repository.cancelOfFollowUps(municipality, ids, news.tomorrow(), now));
    some(news.goneFollowUps, ids -> repository.withdrawOfFollowUps(municipality, ids, now));
    some(
        news.annulledCourses,
        ids -> {
          repository.cancelAllOfCourses(municipality, ids, now);
          repository.withdrawOfCourses(municipality, ids, now);
        });
  }

  private static void some(Set<UUID> ids, Consumer<String> statement) {
    if (!ids.isEmpty()) {
      statement.accept(ArrayText.of(ids));
    }
  }

  /** What of a list of changes has to do with notices, by the kinds of their events. */
  private static final class News {

    private static final Map<String, NotificationKind> AT_ONCE =
        Map.of(
            "CourseReferred", NotificationKind.N1,
            "CourseActivated", NotificationKind.N2,
            "CourseEvaluated", NotificationKind.N7,
            "CourseCompleted", NotificationKind.N8,
            "CourseStopped", NotificationKind.N11,
            "AgreementMade", NotificationKind.N12,
            "AgreementChanged", NotificationKind.N12,
            "AgreementEnded", NotificationKind.N12);

    private static final Set<String> DUE = Set.of("CourseActivated", "CourseStartCorrected");

    private static final Set<String> NOT_DUE =
        Set.of("CourseEvaluated", "CourseStopped", "CourseStartCorrected");

    private static final Set<String> FOLLOW_UP_DUE = Set.of("FollowUpPlanned", "FollowUpAnnulled");

    private static final String FOLLOW_UP_RECORDED = "FollowUpRecorded";

    private static final String FOLLOW_UP_GONE = "FollowUpCancelled";

    private final List<Notice> atOnce = new ArrayList<>();
    private final Set<UUID> dueCourses = new LinkedHashSet<>();
    private final Set<UUID> notDueCourses = new LinkedHashSet<>();
    private final Set<UUID> annulledCourses = new LinkedHashSet<>();
    private final Set<UUID> dueFollowUps = new LinkedHashSet<>();
    private final Set<UUID> notDueFollowUps = new LinkedHashSet<>();
    private final Set<UUID> goneFollowUps = new LinkedHashSet<>();
    private Instant now = Instant.EPOCH;

    /** Imported and demo history is not news; the worker plans what of it is still to come. */
    News(List<Made> made) {
      for (var one : made) {
        if (!one.historic()) {
          now = one.origin().receivedAt();
          one.changes().forEach(this::hear);
        }
      }
    }

    private void hear(Change change) {
      var courseId = change.courseId();
      var kind = AT_ONCE.get(change.kind());
      if (kind != null && courseId != null) {
        atOnce.add(notice(kind, change, courseId));
      }
      collect(change, DUE, dueCourses);
      collect(change, NOT_DUE, notDueCourses);
      collect(change, Set.of("CourseAnnulled"), annulledCourses);
      collect(change, FOLLOW_UP_DUE, dueFollowUps);
      collect(change, Set.of(FOLLOW_UP_RECORDED, FOLLOW_UP_GONE), notDueFollowUps);
      collect(change, Set.of(FOLLOW_UP_GONE), goneFollowUps);
    }

    private static void collect(Change change, Set<String> kinds, Set<UUID> into) {
      if (kinds.contains(change.kind())) {
        into.add(change.recordId());
      }
    }

    /** The cause is the course's own, unless it is a version of an agreement (R81). */
    private Notice notice(NotificationKind kind, Change change, UUID courseId) {
      var cause = Ids.named(change.recordId() + " " + change.version());
      var citizenId = Objects.requireNonNull(change.citizenId(), "a course has a citizen");
      return new Notice(Ids.next(), kind.name(), cause, Time.dayOf(now), citizenId, courseId, now);
    }

    /** The first moment of the day after. */
    Instant tomorrow() {
      return Time.dayOf(now).plusDays(1).atStartOfDay(Time.ZONE).toInstant();
    }
  }
}
