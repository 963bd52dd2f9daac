package dk.genvej.settings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SettingRepository extends GenericRepository<SettingRow, UUID> {

  void save(SettingRow row);

  @Query("select * from setting where municipality_id = :municipality order by key, valid_from")
  List<SettingRow> all(int municipality);

  @Query(
      """
      select distinct on (key) * from setting
       where municipality_id = :municipality and valid_from <= :day
       order by key, valid_from desc
      """)
  List<SettingRow> on(int municipality, LocalDate day);
}
