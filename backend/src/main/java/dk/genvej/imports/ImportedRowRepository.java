package dk.genvej.imports;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ImportedRowRepository extends GenericRepository<ImportedRow, String> {

  void saveAll(List<ImportedRow> rows);

  void updateAll(List<ImportedRow> rows);

  /** Lets one import of a municipality write at a time; lasts to the end of the transaction. */
  @Query("select cast(pg_advisory_xact_lock(:lockOfImports, :municipality) as text)")
  String waitForOtherImports(int lockOfImports, int municipality);

  @Query(
      """
      select * from imported_row where municipality_id = :municipality and file_kind = :kindName
      """)
  List<ImportedRow> all(int municipality, String kindName);

  @Query(
      """
      select * from imported_row
       where municipality_id = :municipality and file_kind = :kindName and external_key in (:keys)
      """)
  List<ImportedRow> of(int municipality, String kindName, List<String> keys);

  @Introspected
  record Visitator(String subject, UUID id) {}

  @Query(
      """
      select u.subject, u.id from app_user u
        join membership m on m.municipality_id = u.municipality_id and m.user_id = u.id and m.role = 'VISITATOR'
       where u.municipality_id = :municipality
      """)
  List<Visitator> visitators(int municipality);

  /** A grant that would still run on the day. */
  @Introspected
  record Running(String externalKey, UUID recordId, UUID citizenId) {}

  @Query(
      """
      select r.external_key, r.record_id, g.citizen_id
        from imported_row r
        join care_grant g on g.municipality_id = r.municipality_id and g.id = r.record_id
       where r.municipality_id = :municipality and r.file_kind = 'GRANTS'
         and g.state in ('ACTIVE', 'ON_HOLD') and (g.until_day is null or g.until_day >= :asOf)
      """)
  List<Running> runningGrants(int municipality, LocalDate asOf);
}
