package dk.genvej.citizen;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CitizenRepository extends GenericRepository<Citizen, UUID> {

  void save(Citizen citizen);

  void update(Citizen citizen);

  void saveAll(List<Citizen> citizens);

  void updateAll(List<Citizen> citizens);

  @Query("select * from citizen where municipality_id = :municipality and id in (:ids)")
  List<Citizen> of(int municipality, List<UUID> ids);

  /**
   * Whose numbers these are, also one of a record that was merged into the citizen's; the marks are
   * keyed indexes in hexadecimal, parted by commas.
   */
  @Query(
      """
      select encode(cpr_index, 'hex') as mark, citizen_id as id, merged_into is not null as merged
        from citizen
       where municipality_id = :municipality
         and cpr_index in (select decode(m, 'hex') from unnest(string_to_array(:marks, ',')) m)
      """)
  List<MarkLine> byMarks(int municipality, String marks);

  @Introspected
  record MarkLine(String mark, UUID id, boolean merged) {}

  /** By the id of a record that was merged into the citizen's too. */
  @Query(
      """
      select z.* from citizen r
        join citizen z on z.municipality_id = r.municipality_id and z.id = r.citizen_id
       where r.municipality_id = :municipality and r.id = :id
      """)
  Optional<Citizen> find(int municipality, UUID id);

  /** The record whose number it is, also one that was merged into another. */
  @Query("select * from citizen where municipality_id = :municipality and cpr_index = :cprIndex")
  Optional<Citizen> holder(int municipality, byte[] cprIndex);

  /** Until the end of the transaction a number may stand twice. */
  @Query("select exchange_numbers()")
  int exchangeNumbers();

  @Query(
      """
      select * from citizen
       where municipality_id = :municipality and id = any(cast(:whom as uuid[]))
      """)
  List<Citizen> all(int municipality, String whom);

  /** Those whose record, or what is known of who serves them, is newer than a tablet holds. */
  @Query(
      """
      select c.* from citizen c
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq) on c.id = held.citizen
       where c.municipality_id = :municipality
         and (c.seq > held.seq
              or exists (select from care_relation r
                          where r.municipality_id = c.municipality_id and r.citizen_id = c.id
                            and r.kind = 'SERVING' and r.seq > held.seq))
      """)
  List<Citizen> newer(int municipality, String whom, String courses, String seqs);

  /** By the number of a record that was merged into the citizen's too. */
  @Query(
      """
      select z.* from citizen r
        join citizen z on z.municipality_id = r.municipality_id and z.id = r.citizen_id
       where r.municipality_id = :municipality and r.cpr_index = :cprIndex
      """)
  List<Citizen> byCpr(int municipality, byte[] cprIndex);

  @Query(
      """
      select * from citizen
       where municipality_id = :municipality and birth_date = :birthDate and merged_into is null
       order by name_key, id limit :limit
      """)
  List<Citizen> byBirthDate(int municipality, LocalDate birthDate, int limit);

  /** The term begins any part of the name; both are folded. */
  @Query(
      """
      select * from citizen
       where municipality_id = :municipality and position(' ' || :term in ' ' || name_key) > 0
         and merged_into is null
       order by name_key, id limit :limit
      """)
  List<Citizen> byName(int municipality, String term, int limit);

  /** Earlier and open courses of several citizens, newest first. */
  @Query(
      """
      select citizen_id, id, state, started_on, coalesce(completed_on, stopped_on) as ended_on
        from course where municipality_id = :municipality and citizen_id in (:citizens)
       order by stamp_happened_at desc, id
      """)
  List<CourseLine> courses(int municipality, List<UUID> citizens);

  @Introspected
  record CourseLine(
      UUID citizenId,
      UUID id,
      String state,
      @Nullable LocalDate startedOn,
      @Nullable LocalDate endedOn) {}

  @Query(
      """
      select v.record_type, v.record_id, v.version, v.content::text as content
        from record_version v
       where v.municipality_id = :municipality and v.citizen_id = :citizenId
         and (v.seq, v.record_id) > (:afterSeq, :afterId)
       order by v.seq, v.record_id, v.version limit :limit
      """)
  List<VersionLine> history(
      int municipality, UUID citizenId, long afterSeq, UUID afterId, int limit);

  @Introspected
  record VersionLine(String recordType, UUID recordId, int version, String content) {}
}
