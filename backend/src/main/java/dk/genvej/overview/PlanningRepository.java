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
interface PlanningRepository extends GenericRepository<Course, UUID> {

  /**
   * Everything due from a day to another, both included. A re-visitation waits from the day of the
   * evaluation.
   *
   * @param onlyKind "" for every kind
   */
  @Query(
      """
      select x.kind, x.day as due_on, x.id, x.citizen_id, b.name, b.birth_date, x.course_id,
             x.follow_up_id, x.month, c.therapist_id, b.responsible_visitator_id
        from (select 'EVALUATION_DUE' as kind, e.due_on as day, e.id, e.municipality_id,
                     e.citizen_id, e.course_id, null::uuid as follow_up_id, null::int as month
                from evaluation e
               where e.municipality_id = :municipality and e.state in ('DUE', 'DRAFT')
                 and e.kind = 'TWELVE_WEEK'
              union all
              select 'REVISITATION_WAITING', k.evaluated_on, k.id, k.municipality_id,
                     k.citizen_id, k.id, null, null
                from course k
               where k.municipality_id = :municipality and k.state = 'EVALUATED'
              union all
              select 'FOLLOW_UP_DUE', f.due_on, f.id, f.municipality_id,
                     f.citizen_id, f.course_id, f.id, f.month
                from follow_up f
               where f.municipality_id = :municipality and f.state = 'DUE') x
        join course c on c.municipality_id = x.municipality_id and c.id = x.course_id
        join citizen b on b.municipality_id = x.municipality_id and b.id = x.citizen_id
       where x.day between :firstDay and :lastDay and :onlyKind in ('', x.kind)
         and c.state <> 'ANNULLED' and (x.day, x.id) > (:afterDay, :afterId)
       order by x.day, x.id limit :most
      """)
  List<Line> page(
      int municipality,
      LocalDate firstDay,
      LocalDate lastDay,
      String onlyKind,
      LocalDate afterDay,
      UUID afterId,
      int most);

  /** Something to plan for. */
  @Introspected
  record Line(
      String kind,
      LocalDate dueOn,
      UUID id,
      UUID citizenId,
      String name,
      LocalDate birthDate,
      UUID courseId,
      @Nullable UUID followUpId,
      @Nullable Integer month,
      UUID therapistId,
      @Nullable UUID responsibleVisitatorId) {}
}
