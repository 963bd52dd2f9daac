package dk.genvej.notification;

import dk.genvej.worker.WorkerTransactions;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface WorkerPreferenceRepository extends GenericRepository<PreferenceRow, UUID> {

  @Query(
      """
      select user_id, array_to_string(muted, ',') as muted, left(cast(quiet_from as text), 5) as quiet_from,
             left(cast(quiet_until as text), 5) as quiet_until, version
        from notification_preference
       where municipality_id = :municipality and user_id = any(cast(:users as uuid[]))
      """)
  List<PreferenceRow> of(int municipality, String users);
}
