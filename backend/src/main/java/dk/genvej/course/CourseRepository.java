package dk.genvej.course;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CourseRepository extends GenericRepository<Course, UUID> {

  void save(Course course);

  void update(Course course);

  @Query("select * from course where municipality_id = :municipality and id = :id")
  Optional<Course> find(int municipality, UUID id);
}
