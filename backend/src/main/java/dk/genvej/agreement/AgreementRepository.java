package dk.genvej.agreement;

import dk.genvej.work.Rows;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgreementRepository extends GenericRepository<Agreement, UUID>, Rows<Agreement> {

  @Override
  @Query("select * from agreement where municipality_id = :municipality and id = :agreement")
  Optional<Agreement> find(int municipality, UUID agreement);

  @Override
  @Query(
      """
      select * from agreement
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Agreement> all(int municipality, String ids);

  /** In the order of {@link Agreement#place}. */
  @Query(
      """
      select * from (
        select a.*, case when coalesce(ended_on, until_day) < :today then '2'
                         when from_day > :today then '1' else '0' end
                    || to_char(from_day, 'YYYYMMDD') as place
          from agreement a
         where municipality_id = :municipality and course_id = :course) placed
       where (place, id) > (:after, :afterId)
       order by place, id limit :limit
      """)
  List<Agreement> page(
      int municipality, UUID course, LocalDate today, String after, UUID afterId, int limit);

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      with theirs as materialized (
        select * from agreement
         where municipality_id = :municipality and citizen_id = any(cast(:whom as uuid[]))
           and seq > (select min(seq) from unnest(cast(:seqs as bigint[])) as held(seq)))
      select a.* from theirs a
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on a.citizen_id = held.citizen and a.course_id = held.course
       where a.seq > held.seq
      """)
  List<Agreement> newer(int municipality, String whom, String courses, String seqs);

  /** Versions as they were kept; ids and versions belong together by their places. */
  @Query(
      """
      select r.* from unnest(cast(:ids as uuid[]), cast(:numbers as int[])) as w(id, version)
        join record_version v on v.municipality_id = :municipality and v.record_type = 'agreement'
             and v.record_id = w.id and v.version = w.version
       cross join lateral jsonb_populate_record(null::agreement, v.content) r
      """)
  List<Agreement> asOf(int municipality, String ids, String numbers);
}
