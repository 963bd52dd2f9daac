package dk.genvej.tracking.gateway;

import dk.genvej.worker.WorkerTransactions;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is not with the gateway yet. */
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface LagRepository extends GenericRepository<LagRepository.Open, UUID> {

  /**
   * @param oldest the oldest day among them
   */
  @Introspected
  record Open(ReportState state, int reports, LocalDate oldest) {}

  @Query(
      """
      select state, cast(count(*) as int) as reports, min(day) as oldest from gateway_report
       where municipality_id = :municipality and state in ('WAITING', 'SENT', 'HELD', 'REFUSED')
       group by state order by state
      """)
  List<Open> open(int municipality);
}
