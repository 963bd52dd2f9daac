package dk.genvej.imports;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LifeTaskRepository extends GenericRepository<LifeTask, UUID> {

  void saveAll(List<LifeTask> tasks);

  @Introspected
  record Raised(UUID citizenId, String kind) {}

  @Query(
      """
      select citizen_id, kind from task
       where municipality_id = :municipality and citizen_id in (:citizens)
         and kind in ('CITIZEN_DIED', 'CITIZEN_MOVED')
      """)
  List<Raised> raised(int municipality, List<UUID> citizens);
}
