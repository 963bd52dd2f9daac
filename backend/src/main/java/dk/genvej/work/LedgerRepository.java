package dk.genvej.work;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LedgerRepository extends GenericRepository<LedgerRow, UUID> {

  @Query("select * from mutation where municipality_id = :municipality and id = :id")
  Optional<LedgerRow> find(int municipality, UUID id);

  void save(LedgerRow row);
}
