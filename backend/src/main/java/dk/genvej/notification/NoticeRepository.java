package dk.genvej.notification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;
import java.util.List;

/** In the transaction of the cause. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeRepository extends NoticePlanRepository {

  /**
   * What is to be told at once. The cause of N1 is the referral, of N12 what is given, of the
   * others the course; an agreement is news only while its course runs, as N2 tells of the plan.
   */
  @Query(
      """
      insert into notice (municipality_id, id, kind, cause_id, due_on, citizen_id, course_id, send_at)
      select :municipality, r.id, r.kind, case r.kind when 'N1' then c.referral_id when 'N12' then r.cause_id else c.id end,
             r.due_on, c.citizen_id, c.id, r.send_at
        from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:causes as uuid[]), cast(:days as date[]),
                    cast(:courses as uuid[]), cast(:moments as timestamptz[]))
             as r(id, kind, cause_id, due_on, course_id, send_at)
        join course c on c.municipality_id = :municipality and c.id = r.course_id
       where r.kind <> 'N12' or c.state in ('ACTIVE', 'PAUSED')
      on conflict on constraint notice_once do nothing
      """)
  void tellAtOnce(
      int municipality,
      String ids,
      String kinds,
      String causes,
      String days,
      String courses,
      String moments);

  @Query(
      """
      select id, citizen_id, id as course_id, due_on from course
       where municipality_id = :municipality and id = any(cast(:courses as uuid[]))
         and state in ('ACTIVE', 'PAUSED')
      """)
  List<Due> runningCourses(int municipality, String courses);

  @Query(
      """
      select id, citizen_id, course_id, due_on from follow_up
       where municipality_id = :municipality and id = any(cast(:followUps as uuid[])) and state = 'DUE'
      """)
  List<Due> openFollowUps(int municipality, String followUps);

  /** Entered in error: nothing more is told of it. */
  @Query(
      """
      update notice set cancelled_at = :now
       where municipality_id = :municipality and course_id = any(cast(:courses as uuid[]))
         and told_at is null and cancelled_at is null
      """)
  void cancelAllOfCourses(int municipality, String courses, Instant now);

  /**
   * What was told of it is taken out of the inboxes; a sync conflict is the author's own matter.
   */
  @Query(
      """
      update notification set cancelled_at = :now, version = version + 1
       where municipality_id = :municipality and course_id = any(cast(:courses as uuid[]))
         and kind <> 'N10' and cancelled_at is null
      """)
  void withdrawOfCourses(int municipality, String courses, Instant now);

  @Query(
      """
      update notification n set cancelled_at = :now, version = n.version + 1
        from follow_up f
       where n.municipality_id = :municipality and n.kind = 'N9' and n.cancelled_at is null
         and f.municipality_id = n.municipality_id and f.id = any(cast(:followUps as uuid[]))
         and f.state = 'CANCELLED' and n.course_id = f.course_id and n.cause_id = f.id
      """)
  void withdrawOfFollowUps(int municipality, String followUps, Instant now);
}
