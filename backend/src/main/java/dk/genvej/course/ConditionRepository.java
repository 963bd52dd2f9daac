package dk.genvej.course;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConditionRepository extends GenericRepository<Condition, UUID> {

  void save(Condition condition);

  void update(Condition condition);

  @Query(
      """
      select * from condition
       where municipality_id = :municipality and citizen_id = :citizen and id = :conditionId
      """)
  Optional<Condition> find(int municipality, UUID citizen, UUID conditionId);

  @Query(
      """
      select * from condition
       where municipality_id = :municipality and citizen_id = :citizen and code = :conditionCode
         and active
      """)
  Optional<Condition> byCode(int municipality, UUID citizen, UUID conditionCode);

  @Query(
      """
      select * from condition
       where municipality_id = :municipality and citizen_id = :citizen and active order by id
      """)
  List<Condition> standing(int municipality, UUID citizen);

  /** Whether a course that is under way works with it. */
  @Query(
      """
      select exists (
        select from course_condition k
          join course c on c.municipality_id = k.municipality_id and c.id = k.course_id
         where k.municipality_id = :municipality and k.condition_id = :conditionId
           and c.state in ('REFERRED', 'PLANNING', 'ACTIVE', 'PAUSED', 'EVALUATED'))
      """)
  boolean worked(int municipality, UUID conditionId);

  @Query(
      """
      select c.* from condition c
        join course_condition k on k.municipality_id = c.municipality_id and k.condition_id = c.id
       where k.municipality_id = :municipality and k.course_id = :courseId
       order by k.in_focus desc, c.recorded_on, c.id
      """)
  List<Condition> ofCourse(int municipality, UUID courseId);

  /** As in {@link CourseConditionRepository#newer}. */
  @Query(
      """
      select c.* from course_condition k
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on k.citizen_id = held.citizen and k.course_id = held.course
        join condition c on c.municipality_id = k.municipality_id and c.id = k.condition_id
       where k.municipality_id = :municipality and (k.seq > held.seq or c.seq > held.seq)
      """)
  List<Condition> newer(int municipality, String whom, String courses, String seqs);
}
