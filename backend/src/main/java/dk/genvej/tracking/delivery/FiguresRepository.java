package dk.genvej.tracking.delivery;

import dk.genvej.worker.WorkerTransactions;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface FiguresRepository extends GenericRepository<FiguresRepository.Queue, UUID> {

  @Query(
      """
      select r.municipality_id as municipality, r.name as receiver,
             count(d.id) filter (where d.state = 'WAITING')::int as waiting,
             count(d.id) filter (where d.state = 'PARKED')::int as parked,
             min(d.enqueued_at) filter (where d.state = 'WAITING') as oldest
        from outcome_receiver r
        left join outcome_delivery d on d.municipality_id = r.municipality_id
             and d.receiver = r.name and d.state in ('WAITING', 'PARKED')
       group by r.municipality_id, r.name order by r.municipality_id, r.name
      """)
  List<Queue> queues();

  @Introspected
  record Queue(
      int municipality, String receiver, int waiting, int parked, @Nullable Instant oldest) {}
}
