package dk.genvej.worker;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface WorkerRepository extends GenericRepository<WorkerRepository.Municipality, Integer> {

  @Introspected
  record Municipality(int id) {}

  @Query("select id from municipality order by id")
  List<Municipality> municipalities();

  @Query("select cast(enter_as_worker(:municipality, :today) as text)")
  String enter(int municipality, LocalDate today);

  @Query("select cast(ensure_months(:oldest, :latest) as text)")
  String ensureMonths(LocalDate oldest, LocalDate latest);
}
