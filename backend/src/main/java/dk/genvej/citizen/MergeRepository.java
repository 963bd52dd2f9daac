package dk.genvej.citizen;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MergeRepository extends GenericRepository<Citizen, UUID> {

  /** A record that is no citizen of its own any more, in the version that says so. */
  @Introspected
  record Gone(UUID id, int version) {}

  /**
   * Moves the rows; those merged into the one that goes before follow it. Both markers are locked.
   */
  @Query(
      """
      select id, version
        from merge_citizen(:municipality, :gone, :staying, :happened, :recorded, :received, :author,
                           cast(:device as uuid), cast(:mutation as uuid))
      """)
  List<Gone> merge(
      int municipality,
      UUID gone,
      UUID staying,
      Instant happened,
      Instant recorded,
      Instant received,
      UUID author,
      @Nullable UUID device,
      @Nullable UUID mutation);
}
