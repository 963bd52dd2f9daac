package dk.genvej.notification;

import dk.genvej.settings.SettingRow;
import dk.genvej.worker.WorkerTransactions;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Telling what is due, and planning what a request did not. */
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface WorkerNoticeRepository extends NoticePlanRepository {

  @Introspected
  record Place(int municipalityId) {}

  /** Of these municipalities, each with its own clock, those where something is due. */
  @Query(
      """
      select m.id as municipality_id
        from unnest(cast(:municipalities as int[]), cast(:clocks as timestamptz[])) as m(id, clock)
       where exists (select from notice n
                      where n.municipality_id = m.id and n.send_at <= m.clock
                        and n.told_at is null and n.cancelled_at is null)
      """)
  List<Place> due(String municipalities, String clocks);

  /** Takes what is due, earliest first; what another instance is telling is left to it. */
  @Query(
      """
      select id, kind, cause_id, due_on, citizen_id, course_id, send_at from notice
       where municipality_id = :municipality and send_at <= :now and told_at is null and cancelled_at is null
       order by send_at, id limit :most for update skip locked
      """)
  List<Notice> claim(int municipality, Instant now, int most);

  @Introspected
  record Moment(@Nullable Instant sendAt) {}

  /** When something is due next, if by then. */
  @Query(
      """
      select min(send_at) as send_at from notice
       where municipality_id = :municipality and send_at <= :until and told_at is null and cancelled_at is null
      """)
  Moment next(int municipality, Instant until);

  @Introspected
  record Recipient(UUID noticeId, UUID userId) {}

  /**
   * Whom these notices are for on the day (O13, O16): the people of the course, the visitator, the
   * coordinators whose unit holds the course's care area, and of the care team the citizen's
   * contact persons in the serving unit, else the leaders nearest to that unit. Where nobody is
   * responsible for the citizen it is the visitator who last dealt with the referral. Whoever
   * stands in for one of them in that role today gets it instead (R31, R84); one person gets it
   * once.
   */
  @Query(
      """
      with recursive above(unit_id, holder_id, distance) as (
        select u.id, u.id, 0 from unit u where u.municipality_id = :municipality
        union all
        select a.unit_id, u.parent_id, a.distance + 1
          from above a join unit u on u.municipality_id = :municipality and u.id = a.holder_id
         where u.parent_id is not null
      ), holder as (
        select m.user_id, m.role, a.unit_id, a.distance
          from membership m
          join app_user u on u.municipality_id = m.municipality_id and u.id = m.user_id and u.blocked_at is null
          join above a on a.holder_id = m.unit_id
         where m.municipality_id = :municipality
      ), about as (
        select n.id, n.kind, n.citizen_id, c.therapist_id, c.tovholder_id, c.care_area_id,
               coalesce(z.responsible_visitator_id, f.stamp_author_id) as visitator_id,
               (select r.scope_id from care_relation r
                 where r.municipality_id = n.municipality_id and r.citizen_id = n.citizen_id and r.kind = 'SERVING'
                   and r.from_day <= :today and (r.before_day is null or r.before_day > :today)
                 order by r.from_day, r.id limit 1) as serving_id
          from notice n
          join course c on c.municipality_id = n.municipality_id and c.id = n.course_id
          join citizen z on z.municipality_id = n.municipality_id and z.id = n.citizen_id
          join referral f on f.municipality_id = n.municipality_id and f.id = c.referral_id
         where n.municipality_id = :municipality and n.id = any(cast(:notices as uuid[]))
      ), contact as (
        select a.id, r.scope_id as user_id
          from about a
          join care_relation r on r.municipality_id = :municipality and r.citizen_id = a.citizen_id and r.kind = 'CONTACT'
               and r.from_day <= :today and (r.before_day is null or r.before_day > :today)
         where exists (select from holder h where h.user_id = r.scope_id and h.unit_id = a.serving_id
                          and h.role in ('CARE_STAFF', 'NURSE', 'SUPPLIER'))
      ), named(id, user_id, role) as (
        select id, therapist_id, 'THERAPIST' from about where kind in ('N1', 'N3', 'N4', 'N5', 'N11')
        union all
        select id, tovholder_id, 'THERAPIST' from about where kind = 'N3'
        union all
        select id, visitator_id, 'VISITATOR' from about where kind in ('N2', 'N7', 'N9', 'N11')
        union all
        select a.id, h.user_id, h.role
          from about a join holder h on h.unit_id = a.care_area_id and h.role = 'COORDINATOR'
         where a.kind in ('N6', 'N8')
        union all
        select a.id, t.user_id, 'CARE_TEAM'
          from about a join contact t on t.id = a.id
         where a.kind in ('N2', 'N8', 'N11', 'N12')
        union all
        select a.id, h.user_id, 'CARE_TEAM'
          from about a join holder h on h.unit_id = a.serving_id and h.role = 'LEADER'
         where a.kind in ('N2', 'N8', 'N11', 'N12')
           and not exists (select from contact t where t.id = a.id)
           and h.distance = (select min(o.distance) from holder o where o.unit_id = a.serving_id and o.role = 'LEADER')
      )
      select distinct n.id as notice_id, coalesce(s.substitute_id, n.user_id) as user_id
        from named n
        left join substitution s on s.municipality_id = :municipality and s.absent_id = n.user_id and s.role = n.role
             and :today between s.from_day and s.until_day and (s.ended_on is null or s.ended_on > :today)
       order by 1, 2
      """)
  List<Recipient> recipients(int municipality, String notices, LocalDate today);

  /**
   * One row for each recipient; told before of the same cause for the same day, not again (R81).
   */
  @Query(
      """
      insert into notification (municipality_id, id, recipient_id, kind, cause_id, due_on, citizen_id, course_id,
             send_at, sent_at)
      select :municipality, r.id, r.user_id, n.kind, n.cause_id, n.due_on, n.citizen_id, n.course_id, n.send_at, :now
        from unnest(cast(:ids as uuid[]), cast(:notices as uuid[]), cast(:users as uuid[])) as r(id, notice_id, user_id)
        join notice n on n.municipality_id = :municipality and n.id = r.notice_id
      on conflict on constraint notification_once do nothing
      """)
  void tell(int municipality, String ids, String notices, String users, Instant now);

  @Query(
      """
      update notice n set told_at = :now, told = r.count
        from unnest(cast(:notices as uuid[]), cast(:counts as int[])) as r(id, count)
       where n.municipality_id = :municipality and n.id = r.id
      """)
  void told(int municipality, String notices, String counts, Instant now);

  // ---- figures

  @Introspected
  record Waiting(long untold, @Nullable Long oldestSeconds, long toldToNobody) {}

  /** Each municipality by its own clock. */
  @Query(
      """
      select cast(coalesce(sum(due.untold), 0) as bigint) as untold,
             cast(extract(epoch from max(due.longest)) as bigint) as oldest_seconds,
             cast(coalesce(sum(gone.told_to_nobody), 0) as bigint) as told_to_nobody
        from unnest(cast(:municipalities as int[]), cast(:clocks as timestamptz[])) as m(id, clock)
       cross join lateral (
             select count(*) as untold, max(m.clock - n.send_at) as longest
               from notice n
              where n.municipality_id = m.id and n.told_at is null and n.cancelled_at is null
                and n.send_at <= m.clock) due
       cross join lateral (
             select count(*) as told_to_nobody
               from notice n
              where n.municipality_id = m.id and n.told = 0 and n.cancelled_at is null
                and n.told_at > m.clock - interval '1 day') gone
      """)
  Waiting waiting(String municipalities, String clocks);

  @Query(
      """
      select count(*) from course
       where municipality_id = :municipality and state in ('ACTIVE', 'PAUSED') and due_on < :today
      """)
  long overdue(int municipality, LocalDate today);

  // ---- what a request did not plan

  @Query("select * from setting where municipality_id = :municipality order by key, valid_from")
  List<SettingRow> settings(int municipality);

  /**
   * Running courses nothing is planned for: imported ones, and those from before there were any.
   */
  @Query(
      """
      select c.id, c.citizen_id, c.id as course_id, c.due_on from course c
       where c.municipality_id = :municipality and c.state in ('ACTIVE', 'PAUSED')
         and not exists (select from notice n
                          where n.municipality_id = c.municipality_id and n.kind = 'N6' and n.cause_id = c.id
                            and n.due_on = c.due_on and n.cancelled_at is null)
      """)
  List<Due> coursesWithout(int municipality);

  @Query(
      """
      select f.id, f.citizen_id, f.course_id, f.due_on from follow_up f
       where f.municipality_id = :municipality and f.state = 'DUE' and f.due_on >= :since
         and not exists (select from notice n
                          where n.municipality_id = f.municipality_id and n.kind = 'N9' and n.cause_id = f.id
                            and n.due_on = f.due_on and n.cancelled_at is null)
      """)
  List<Due> followUpsWithout(int municipality, LocalDate since);

  /** Cancels what an import has made needless. */
  @Query(
      """
      update notice n set cancelled_at = :now
       where n.municipality_id = :municipality and n.told_at is null and n.cancelled_at is null
         and n.send_at >= :tomorrow
         and ((n.kind = 'N9' and exists (
                 select from follow_up f
                  where f.municipality_id = n.municipality_id and f.id = n.cause_id and f.state <> 'DUE'))
           or (n.kind in ('N3', 'N4', 'N5', 'N6') and exists (
                 select from course c
                  where c.municipality_id = n.municipality_id and c.id = n.course_id
                    and (c.state not in ('ACTIVE', 'PAUSED') or c.due_on <> n.due_on))))
      """)
  int cancelNeedless(int municipality, Instant tomorrow, Instant now);
}
