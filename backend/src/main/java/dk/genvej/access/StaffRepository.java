package dk.genvej.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface StaffRepository extends GenericRepository<Unit, UUID> {

  @Introspected
  record Name(UUID id, String name) {}

  @Query("select id, name from app_user where municipality_id = :municipality")
  List<Name> names(int municipality);

  @Introspected
  record At(UUID unitId) {}

  @Query(
      """
      select unit_id from membership
       where municipality_id = :municipality and user_id = :userId and role = :role
      """)
  List<At> at(int municipality, UUID userId, String role);

  @Query(
      """
      select count(*) from membership
       where municipality_id = :municipality and user_id = :userId and role = :role
      """)
  long roleCount(int municipality, UUID userId, String role);
}
