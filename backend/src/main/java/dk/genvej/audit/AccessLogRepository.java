package dk.genvej.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccessLogRepository extends GenericRepository<ChangeLogRow, UUID> {

  @Query(
      """
      insert into access_log (municipality_id, received_at, id, user_id, roles, operation, outcome, resource_id, citizens,
                              device_id, request_id)
      values (:municipality, :at, :id, :userId, :roles, :operation, :outcome, :resourceId, cast(:citizens as uuid[]),
              :deviceId, :requestId)
      """)
  void add(
      int municipality,
      Instant at,
      UUID id,
      @Nullable UUID userId,
      String roles,
      String operation,
      String outcome,
      @Nullable UUID resourceId,
      String citizens,
      @Nullable UUID deviceId,
      UUID requestId);

  @Query(
      """
      insert into access_log (municipality_id, received_at, id, user_id, roles, operation, outcome, resource_id, citizens,
                              device_id, request_id)
      select :municipality, :at, r.id, :userId, :roles, r.operation, r.outcome, r.resource_id, '{}', :deviceId, :requestId
        from unnest(cast(:ids as uuid[]), cast(:operations as text[]), cast(:outcomes as text[]),
                    cast(:resources as uuid[])) as r(id, operation, outcome, resource_id)
      """)
  void addRefused(
      int municipality,
      Instant at,
      @Nullable UUID userId,
      String roles,
      @Nullable UUID deviceId,
      UUID requestId,
      String ids,
      String operations,
      String outcomes,
      String resources);
}
