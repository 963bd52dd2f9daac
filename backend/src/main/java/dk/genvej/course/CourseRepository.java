package dk.genvej.course;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CourseRepository extends GenericRepository<Course, UUID> {

  void save(Course course);

  void update(Course course);

  @Query("select * from course where municipality_id = :municipality and id = :id")
  Optional<Course> find(int municipality, UUID id);

  @Query(
      """
      select state from course where municipality_id = :municipality and citizen_id = :ofCitizen
      """)
  List<Standing> ofCitizen(int municipality, UUID ofCitizen);

  /** Where one of a citizen's courses stands. */
  @Introspected
  record Standing(CourseState state) {}
}
