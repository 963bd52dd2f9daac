package dk.genvej.demo.history;

import dk.genvej.access.Unit;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Requires(env = "demo")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HistoryRepository extends GenericRepository<Unit, UUID> {

  /**
   * Everybody of the sample set who lives in the municipality, in the order of the record system's
   * keys: ids and the index of CPR are others in every installation.
   */
  @Query(
      """
      select c.id, c.birth_date, c.care_area_id
        from imported_row i
        join citizen c on c.municipality_id = i.municipality_id and c.id = i.record_id
       where i.municipality_id = :municipality and i.file_kind = 'CITIZENS'
         and c.died_on is null and c.moved_away_on is null
       order by i.external_key
      """)
  List<Person> people(int municipality);

  @Introspected
  record Told(UUID told) {}

  /** The contacts that are told already. */
  @Query("select id as told from referral where municipality_id = :municipality")
  List<Told> told(int municipality);

  @Query(
      "select id as told from follow_up where municipality_id = :municipality and course_id ="
          + " :course and month = :month")
  List<Told> followUp(int municipality, UUID course, int month);

  @Query(
      """
      select id as told from evaluation
       where municipality_id = :municipality and course_id = :course and kind = 'TWELVE_WEEK'
      """)
  List<Told> twelveWeek(int municipality, UUID course);

  @Introspected
  record Version(int version) {}

  @Query(
      "select version from condition where municipality_id = :municipality and id = :conditionId")
  List<Version> condition(int municipality, UUID conditionId);

  @Query(
      """
      insert into setting (municipality_id, id, key, valid_from, value, source, received_at)
      values (:municipality, :settingId, :key, :validFrom, :value, :source, :now)
      """)
  void chooseCourseLevels(
      int municipality,
      UUID settingId,
      String key,
      LocalDate validFrom,
      String value,
      String source,
      Instant now);

  /** This transaction need not wait for the disk: what a crash takes is told again. */
  @Query("select set_config('synchronous_commit', 'off', true)")
  String hurry();
}
