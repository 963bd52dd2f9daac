package dk.genvej.evaluation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CoursePauseRepository extends GenericRepository<CoursePause, UUID> {

  /** Without those entered in error. */
  @Query(
      """
      select * from pause
       where municipality_id = :municipality and course_id = :courseId and annulled_at is null
       order by from_day, id
      """)
  List<CoursePause> ofCourse(int municipality, UUID courseId);
}
