package dk.genvej.sync;

import dk.genvej.access.Unit;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HoldingRepository extends GenericRepository<Unit, UUID> {

  @Query(
      """
      select citizen_id from device_holding
       where municipality_id = :municipality and device_id = :device and user_id = :person
       order by removed_at desc nulls first, citizen_id limit 1000
      """)
  List<Given> ever(int municipality, UUID device, UUID person);

  @Introspected
  record Given(UUID citizenId) {}

  /** In one order everywhere, so that two pulls of one tablet wait and do not block each other. */
  @Query(
      """
      insert into device_holding (municipality_id, device_id, user_id, citizen_id, since)
      select :municipality, :device, :person, c.id, :at from unnest(cast(:whom as uuid[])) c(id)
       order by c.id
      on conflict (municipality_id, device_id, user_id, citizen_id)
      do update set since = excluded.since, removed_at = null
       where device_holding.removed_at is not null
      """)
  void entered(int municipality, UUID device, UUID person, String whom, Instant at);

  @Query(
      """
      update device_holding set removed_at = :at
       where municipality_id = :municipality and device_id = :device and user_id = :person
         and citizen_id = any(cast(:whom as uuid[])) and removed_at is null
      """)
  void left(int municipality, UUID device, UUID person, String whom, Instant at);
}
