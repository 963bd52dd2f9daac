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
}
