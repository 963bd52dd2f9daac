package dk.genvej.work;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LedgerRepository extends GenericRepository<LedgerRow, UUID> {

  @Query("select * from mutation where municipality_id = :municipality and id = :id")
  Optional<LedgerRow> find(int municipality, UUID id);

  @Query(
      """
      select * from mutation
       where municipality_id = :municipality and id = any(cast(:mutations as uuid[]))
      """)
  List<LedgerRow> all(int municipality, String mutations);

  void save(LedgerRow row);

  void saveAll(List<LedgerRow> rows);
}
