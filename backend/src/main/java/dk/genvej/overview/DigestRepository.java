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
interface DigestRepository extends GenericRepository<Course, UUID> {

  /**
   * The most urgent of each section, each line with how many the section has. What waits has no due
   * date of its own; what is due lies in the week and not before today, what is overdue before it.
   */
  @Query(
      """
      with matter(kind, since, id, municipality_id, citizen_id, course_id) as (
        select 'EVALUATION_DUE', e.due_on, e.id, e.municipality_id, e.citizen_id, e.course_id
          from evaluation e
         where e.municipality_id = :municipality and e.state in ('DUE', 'DRAFT') and e.kind = 'TWELVE_WEEK'
           and e.due_on <= :sunday
        union all
        select 'FOLLOW_UP_DUE', f.due_on, f.id, f.municipality_id, f.citizen_id, f.course_id
          from follow_up f
         where f.municipality_id = :municipality and f.state = 'DUE' and f.due_on <= :sunday
        union all
        select case c.state when 'EVALUATED' then 'REVISITATION_WAITING' when 'COMPLETED' then 'REVIEW_WAITING'
                            else 'PLAN_WAITING' end,
               case c.state when 'EVALUATED' then c.evaluated_on when 'COMPLETED' then c.completed_on
                            else c.referred_on end,
               c.id, c.municipality_id, c.citizen_id, c.id
          from course c
         where c.municipality_id = :municipality and c.state in ('REFERRED', 'PLANNING', 'EVALUATED', 'COMPLETED')
        union all
        select 'REFERRAL_WAITING', r.received_on, r.id, r.municipality_id, r.citizen_id, null
          from referral r
         where r.municipality_id = :municipality and r.state in ('OPEN', 'SUITABLE') and r.kind = 'HOME_CARE'
      ), placed as (
        select m.*,
               case when kind not in ('EVALUATION_DUE', 'FOLLOW_UP_DUE') then 'WAITING'
                    when since < :today then 'OVERDUE'
                    when since >= :monday then 'DUE' end as section
          from matter m
      ), ranked as (
        select p.*, count(*) over (partition by section) as of_all,
               row_number() over (partition by section order by since, id) as place
          from placed p
         where section is not null
      )
      select r.section, r.of_all, r.kind, r.since, r.id, r.citizen_id, z.name, z.birth_date, r.course_id, c.therapist_id
        from ranked r
        join citizen z on z.municipality_id = r.municipality_id and z.id = r.citizen_id
        left join course c on c.municipality_id = r.municipality_id and c.id = r.course_id
       where r.place <= :most
       order by r.section, r.place
      """)
  List<Line> week(int municipality, LocalDate today, LocalDate monday, LocalDate sunday, int most);

  /**
   * @param section DUE, OVERDUE or WAITING
   * @param ofAll how many matters the section has
   */
  @Introspected
  record Line(
      String section,
      int ofAll,
      String kind,
      LocalDate since,
      UUID id,
      UUID citizenId,
      String name,
      LocalDate birthDate,
      @Nullable UUID courseId,
      @Nullable UUID therapistId) {}
}
