package dk.genvej.course;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CourseConditionRepository extends GenericRepository<CourseCondition, UUID> {

  void save(CourseCondition aim);

  void update(CourseCondition aim);

  @Query("select * from course_condition where municipality_id = :municipality and id = :aimId")
  Optional<CourseCondition> find(int municipality, UUID aimId);

  @Query(
      """
      select * from course_condition
       where municipality_id = :municipality and course_id = :course order by id
      """)
  List<CourseCondition> ofCourse(int municipality, UUID course);

  /** What a course means to do, where that or the condition is newer than a tablet holds. */
  @Query(
      """
      select k.* from course_condition k
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on k.citizen_id = held.citizen and k.course_id = held.course
        join condition c on c.municipality_id = k.municipality_id and c.id = k.condition_id
       where k.municipality_id = :municipality and (k.seq > held.seq or c.seq > held.seq)
      """)
  List<CourseCondition> newer(int municipality, String whom, String courses, String seqs);
}
