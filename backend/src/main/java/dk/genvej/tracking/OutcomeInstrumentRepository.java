package dk.genvej.tracking;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutcomeInstrumentRepository extends GenericRepository<OutcomeInstrument, UUID> {

  void saveAll(Collection<OutcomeInstrument> results);

  /** Those of these versions; ids and versions belong together by their places. */
  @Query(
      """
      select i.* from unnest(cast(:ids as uuid[]), cast(:versions as int[])) as w(id, version)
        join outcome_instrument i on i.municipality_id = :municipality and i.tracking_id = w.id
             and i.version = w.version
       order by i.tracking_id, i.version, i.instrument, i.instrument_version, i.scale
      """)
  List<OutcomeInstrument> of(int municipality, String ids, String versions);
}
