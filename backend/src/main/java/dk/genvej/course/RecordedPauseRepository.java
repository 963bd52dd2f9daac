package dk.genvej.course;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecordedPauseRepository extends GenericRepository<RecordedPause, UUID> {

  void save(RecordedPause pause);

  void update(RecordedPause pause);

  /** Oldest first, annulled ones among them. */
  @Query(
      """
      select * from pause where municipality_id = :municipality and course_id = :ofCourse
       order by from_day, id
      """)
  List<RecordedPause> ofCourse(int municipality, UUID ofCourse);
}
