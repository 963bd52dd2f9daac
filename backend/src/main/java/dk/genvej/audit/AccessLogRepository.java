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
}
