package dk.genvej.imports;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HomeCareGrantRepository extends GenericRepository<HomeCareGrant, UUID> {

  void saveAll(List<HomeCareGrant> grants);

  void updateAll(List<HomeCareGrant> grants);

  @Query("select * from care_grant where municipality_id = :municipality and id in (:ids)")
  List<HomeCareGrant> of(int municipality, List<UUID> ids);
}
