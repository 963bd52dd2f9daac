package dk.genvej.reference;

import dk.genvej.access.Unit;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MunicipalityRepository extends GenericRepository<Unit, UUID> {

  @Introspected
  record Name(String name) {}

  @Query("select name from municipality where id = :municipality")
  Name name(int municipality);
}
