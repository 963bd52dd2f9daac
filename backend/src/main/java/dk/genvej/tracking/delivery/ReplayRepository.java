package dk.genvej.tracking.delivery;

import dk.genvej.tracking.OutcomeVersion;
import dk.genvej.worker.WorkerTransactions;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface ReplayRepository extends GenericRepository<OutcomeVersion, UUID> {

  /** Versions the receiver was never to be told, whole courses together; answers how many. */
  @Query(
      """
      insert into outcome_delivery
             (municipality_id, receiver, tracking_id, version, enqueued_at, next_at)
      select o.municipality_id, r.name, o.tracking_id, o.version, :now, :now
        from outcome_receiver r join outcome o on o.municipality_id = r.municipality_id
       where r.municipality_id = :municipality and r.name = :receiver
         and not exists (
             select from outcome_delivery d
              where d.municipality_id = o.municipality_id and d.receiver = r.name
                and d.tracking_id = o.tracking_id and d.version = o.version)
       order by o.tracking_id, o.version limit :most
      """)
  int enqueue(int municipality, String receiver, Instant now, int most);
}
