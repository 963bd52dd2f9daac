package dk.genvej.course;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<Plan, UUID> {

  void save(Plan plan);

  void update(Plan plan);

  @Query("select * from plan where municipality_id = :municipality and id = :courseId")
  Optional<Plan> find(int municipality, UUID courseId);
}
