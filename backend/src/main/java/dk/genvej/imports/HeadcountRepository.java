package dk.genvej.imports;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HeadcountRepository extends GenericRepository<Headcount, UUID> {

  void saveAll(List<Headcount> counts);

  void updateAll(List<Headcount> counts);

  @Query("select id, version from headcount where municipality_id = :municipality and id in (:ids)")
  List<Kept> versions(int municipality, List<UUID> ids);

  @Introspected
  record Kept(UUID id, int version) {}
}
