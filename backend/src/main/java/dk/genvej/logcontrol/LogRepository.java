package dk.genvej.logcontrol;

import dk.genvej.access.Unit;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LogRepository extends GenericRepository<Unit, UUID> {

  /** Newest first. About a citizen also what was refused, where nobody was disclosed. */
  @Query(
      """
      select id, received_at, user_id, roles, operation, outcome, purpose,
             array_to_string(citizens, ' ') as citizens
        from access_log
       where municipality_id = :municipality
         and received_at >= :since and (received_at, id) < (:before, :beforeId)
         and (cast(:userId as uuid) is null or user_id = cast(:userId as uuid))
         and (cast(:citizenId as uuid) is null or resource_id = cast(:citizenId as uuid)
              or cast(:citizenId as uuid) = any(citizens))
       order by received_at desc, id desc limit :limit
      """)
  List<LogLine> search(
      int municipality,
      Instant since,
      Instant before,
      UUID beforeId,
      @Nullable UUID userId,
      @Nullable UUID citizenId,
      int limit);
}
