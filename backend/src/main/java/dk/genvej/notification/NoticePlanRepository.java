package dk.genvej.notification;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Planning of notices, the same in a request and by the worker. Arrays come as text. */
interface NoticePlanRepository extends GenericRepository<Notice, UUID> {

  /** What the notices of a course or a follow-up are planned by. */
  @Introspected
  record Due(UUID id, UUID citizenId, UUID courseId, LocalDate dueOn) {}

  /**
   * A notice that was cancelled and not told is planned anew; one that was told stays told (R81).
   */
  @Query(
      """
      insert into notice (municipality_id, id, kind, cause_id, due_on, citizen_id, course_id, send_at)
      select :municipality, r.id, r.kind, r.cause_id, r.due_on, r.citizen_id, r.course_id, r.send_at
        from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:causes as uuid[]), cast(:days as date[]),
                    cast(:citizens as uuid[]), cast(:courses as uuid[]), cast(:moments as timestamptz[]))
             as r(id, kind, cause_id, due_on, citizen_id, course_id, send_at)
      on conflict on constraint notice_once do update set cancelled_at = null, send_at = excluded.send_at
       where notice.told_at is null and notice.cancelled_at is not null
      """)
  void plan(
      int municipality,
      String ids,
      String kinds,
      String causes,
      String days,
      String citizens,
      String courses,
      String moments);

  default void plan(int municipality, List<Notice> notices) {
    if (!notices.isEmpty()) {
      var rows = new NoticeRows(notices);
      plan(
          municipality,
          rows.ids(),
          rows.kinds(),
          rows.causes(),
          rows.days(),
          rows.citizens(),
          rows.courses(),
          rows.moments());
    }
  }

  /**
   * Reminders of an evaluation that need not be held any more, or is due on another day.
   *
   * @param tomorrow what was to be told on the very day is still told (O16)
   */
  @Query(
      """
      update notice n set cancelled_at = :now
        from course c
       where n.municipality_id = :municipality and n.course_id = any(cast(:courses as uuid[]))
         and n.kind in ('N3', 'N4', 'N5', 'N6') and n.told_at is null and n.cancelled_at is null
         and c.municipality_id = n.municipality_id and c.id = n.course_id
         and (c.due_on <> n.due_on or (c.state not in ('ACTIVE', 'PAUSED') and n.send_at >= :tomorrow))
      """)
  void cancelOfCourses(int municipality, String courses, Instant tomorrow, Instant now);

  /** N9 of a follow-up that is recorded, or has nothing to follow up any more. */
  @Query(
      """
      update notice n set cancelled_at = :now
        from follow_up f
       where n.municipality_id = :municipality and n.kind = 'N9' and n.cause_id = any(cast(:followUps as uuid[]))
         and n.told_at is null and n.cancelled_at is null
         and f.municipality_id = n.municipality_id and f.id = n.cause_id
         and (f.state = 'CANCELLED' or (f.state = 'RECORDED' and n.send_at >= :tomorrow))
      """)
  void cancelOfFollowUps(int municipality, String followUps, Instant tomorrow, Instant now);
}
