package dk.genvej.audit;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChangeLogRepository extends GenericRepository<ChangeLogRow, UUID> {

  void saveAll(List<ChangeLogRow> rows);
}
