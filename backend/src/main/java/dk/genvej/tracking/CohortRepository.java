package dk.genvej.tracking;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CohortRepository extends GenericRepository<CohortMark, UUID> {

  void save(CohortMark mark);

  void update(CohortMark mark);

  @Query("select * from cohort where municipality_id = :municipality and id = :course")
  Optional<CohortMark> find(int municipality, UUID course);
}
