package dk.genvej.citizen;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeySetRepository extends GenericRepository<Citizen, UUID> {

  @Introspected
  record Sealed(byte[] sealed) {}

  @Query("select sealed from key_set where municipality_id = :municipality and purpose = :purpose")
  List<Sealed> find(int municipality, String purpose);

  @Query(
      """
      insert into key_set (municipality_id, purpose, sealed) values (:municipality, :purpose, :sealed)
      on conflict do nothing
      """)
  void add(int municipality, String purpose, byte[] sealed);
}
