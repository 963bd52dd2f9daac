package dk.genvej.overview;

import dk.genvej.course.Course;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MyCourseRepository extends GenericRepository<Course, UUID> {

  /**
   * Open courses of the therapists an actor is or stands in for, which the actor's scope holds
   * (R84). A course without anything due comes last.
   */
  @Query(
      """
      select c.id, c.version, c.citizen_id, b.name, b.birth_date, c.care_area_id, c.state,
             c.started_on, c.due_on, c.therapist_id, c.tovholder_id,
             n.day as next_due_on, n.kind as next_due_kind
        from course c
        join citizen b on b.municipality_id = c.municipality_id and b.id = c.citizen_id
        left join lateral (
          select x.day, x.kind
            from (select c.referred_on, 'PLAN' where c.state in ('REFERRED', 'PLANNING')
                  union all
                  select (min(v.planned_at) at time zone 'Europe/Copenhagen')::date, 'VISIT'
                    from visit v
                   where v.municipality_id = c.municipality_id and v.course_id = c.id
                     and v.state = 'PLANNED'
                  union all
                  select c.due_on, 'TWELVE_WEEK_EVALUATION' where c.state in ('ACTIVE', 'PAUSED')
                 ) x(day, kind)
           where x.day is not null order by x.day, x.kind limit 1) n on true
       where c.municipality_id = :municipality
         and c.state in ('REFERRED', 'PLANNING', 'ACTIVE', 'PAUSED', 'EVALUATED')
         and exists (select from actor_scope s
                      where s.municipality_id = c.municipality_id and s.actor_key = :actorKey
                        and s.kind = 'THERAPIST' and s.scope_id in (c.therapist_id, c.tovholder_id))
         and (coalesce(n.day, date '9999-12-31'), c.id) > (:afterDay, :afterId)
       order by coalesce(n.day, date '9999-12-31'), c.id limit :most
      """)
  List<Line> page(int municipality, UUID actorKey, LocalDate afterDay, UUID afterId, int most);

  /** A course and what is due next in it. */
  @Introspected
  record Line(
      UUID id,
      int version,
      UUID citizenId,
      String name,
      LocalDate birthDate,
      UUID careAreaId,
      String state,
      @Nullable LocalDate startedOn,
      @Nullable LocalDate dueOn,
      UUID therapistId,
      UUID tovholderId,
      @Nullable LocalDate nextDueOn,
      @Nullable String nextDueKind) {}
}
