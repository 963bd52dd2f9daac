package dk.genvej.tracking;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What the field knows of courses, many at once; read as the clerk, who sees them all. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FactsRepository extends GenericRepository<CourseFacts, UUID> {

  @Query(
      """
      select c.id, c.version, c.state, c.district_id, c.serving_unit_at_start as serving_unit,
             c.lives_alone_at_start as lives_alone, b.birth_date, c.legal_basis,
             p.intervention_type, r.reason as referral_reason, c.started_on, c.due_on,
             c.evaluated_on, c.completed_on, c.stopped_on, c.stop_reason, c.stop_week,
             hb.minutes_per_week as before_minutes, hb.basis as before_basis,
             hs.minutes_per_week as shadow_minutes, hs.basis as shadow_basis,
             ha.minutes_per_week as after_minutes, ha.basis as after_basis,
             c.category, c.category_reason, g.goals, v.visits, v.visit_minutes,
             coalesce(k.member, false) as cohort, o.tracking_id,
             coalesce(o.latest_version, 0) as latest_version
        from course c
        join citizen b on b.municipality_id = c.municipality_id and b.id = c.citizen_id
        join referral r on r.municipality_id = c.municipality_id and r.id = c.referral_id
        left join plan p on p.municipality_id = c.municipality_id and p.id = c.id
        left join help hb on hb.municipality_id = c.municipality_id
         and hb.referral_id = c.referral_id and hb.moment = 'BEFORE'
        left join help hs on hs.municipality_id = c.municipality_id
         and hs.referral_id = c.referral_id and hs.moment = 'SHADOW'
        left join help ha on ha.municipality_id = c.municipality_id
         and ha.referral_id = c.referral_id and ha.moment = 'AFTER'
        left join cohort k on k.municipality_id = c.municipality_id and k.id = c.id
        left join outcome_course o on o.municipality_id = c.municipality_id and o.course_id = c.id
       cross join lateral (
             select string_agg(status, ',') as goals from goal
              where municipality_id = c.municipality_id and course_id = c.id
                and annulled_at is null) g
       cross join lateral (
             select count(*)::int as visits, coalesce(sum(minutes), 0.0) as visit_minutes from visit
              where municipality_id = c.municipality_id and course_id = c.id and state = 'HELD') v
       where c.municipality_id = :municipality and c.id = any(cast(:courses as uuid[]))
      """)
  List<CourseFacts> courses(int municipality, String courses);

  @Query(
      """
      select f.id, f.course_id, f.month, f.held_on, f.result, h.minutes_per_week as minutes, h.basis
        from follow_up f
       cross join lateral (
             select minutes_per_week, basis from help
              where municipality_id = f.municipality_id and follow_up_id = f.id limit 1) h
       where f.municipality_id = :municipality and f.course_id = any(cast(:courses as uuid[]))
         and f.state = 'RECORDED'
       order by f.course_id, f.month
      """)
  List<FollowUpFacts> followUps(int municipality, String courses);

  /** Those of the courses, and of the citizens' courses, that central tracking was told of. */
  @Query(
      """
      select course_id as id from outcome_course
       where municipality_id = :municipality and course_id = any(cast(:courses as uuid[]))
       union
      select o.course_id from course c
        join outcome_course o on o.municipality_id = c.municipality_id and o.course_id = c.id
       where c.municipality_id = :municipality and c.citizen_id = any(cast(:citizens as uuid[]))
      """)
  List<Found> told(int municipality, String courses, String citizens);

  /**
   * Ended courses nobody was told of, by id after a place.
   *
   * @param most so many
   */
  @Query(
      """
      select c.id, c.citizen_id from course c
       where c.municipality_id = :municipality and c.state in ('COMPLETED', 'REVIEWED', 'STOPPED')
         and c.id > :after
         and not exists (select from outcome_course o
                          where o.municipality_id = c.municipality_id and o.course_id = c.id)
       order by c.id limit :most
      """)
  List<Untold> untold(int municipality, UUID after, int most);

  /** Waits for whoever writes about one of them, and makes the next writer wait. */
  @Query(
      """
      select citizen_id as id from citizen_change
       where municipality_id = :municipality and citizen_id = any(cast(:citizens as uuid[]))
       order by citizen_id for update
      """)
  List<Found> hold(int municipality, String citizens);

  /** An id and nothing else. */
  @Introspected
  record Found(UUID id) {}

  /** A course and whose it is. */
  @Introspected
  record Untold(UUID id, UUID citizenId) {}
}
