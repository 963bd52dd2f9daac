package dk.genvej.administration;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnitRepository extends GenericRepository<UnitRow, UUID> {

  void save(UnitRow unit);

  void update(UnitRow unit);

  @Query("select * from unit where municipality_id = :municipality")
  List<UnitRow> all(int municipality);

  /** Every copy of the tree in memory is outdated with the commit; one edit of it at a time. */
  @Query("update municipality set units_version = units_version + 1 where id = :municipality")
  void raiseVersion(int municipality);

  /** Citizens who live in the unit or are served by it on that day or ever after. */
  @Query(
      """
      select count(*) from care_relation
       where municipality_id = :municipality and kind in ('AREA', 'COURSE_AREA', 'SERVING')
         and scope_id = :unitId and (before_day is null or before_day > :day)
      """)
  long relationsReaching(int municipality, UUID unitId, LocalDate day);
}
