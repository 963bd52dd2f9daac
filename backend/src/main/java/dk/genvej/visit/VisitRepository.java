package dk.genvej.visit;

import dk.genvej.work.Rows;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface VisitRepository extends GenericRepository<Visit, UUID>, Rows<Visit> {

  @Override
  @Query("select * from visit where municipality_id = :municipality and id = :visit")
  Optional<Visit> find(int municipality, UUID visit);

  @Override
  @Query(
      """
      select * from visit
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Visit> all(int municipality, String ids);

  /** Newest first, by when they took place or are to. */
  @Query(
      """
      select * from visit
       where municipality_id = :municipality and course_id = :course
         and (coalesce(held_at, planned_at), id) < (:before, :beforeId)
       order by coalesce(held_at, planned_at) desc, id desc limit :limit
      """)
  List<Visit> page(int municipality, UUID course, Instant before, UUID beforeId, int limit);

  /** One visitor's visits from one instant to before another, in order. */
  @Query(
      """
      select * from visit
       where municipality_id = :municipality and visitor_id = :visitor
         and state in ('PLANNED', 'HELD')
         and coalesce(held_at, planned_at) >= :start and coalesce(held_at, planned_at) < :end
         and (coalesce(held_at, planned_at), id) > (:after, :afterId)
       order by coalesce(held_at, planned_at), id limit :limit
      """)
  List<Visit> between(
      int municipality,
      UUID visitor,
      Instant start,
      Instant end,
      Instant after,
      UUID afterId,
      int limit);

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      with theirs as materialized (
        select * from visit
         where municipality_id = :municipality and citizen_id = any(cast(:whom as uuid[]))
           and seq > (select min(seq) from unnest(cast(:seqs as bigint[])) as held(seq)))
      select v.* from theirs v
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on v.citizen_id = held.citizen and v.course_id = held.course
       where v.seq > held.seq
      """)
  List<Visit> newer(int municipality, String whom, String courses, String seqs);

  /** Versions as they were kept; ids and versions belong together by their places. */
  @Query(
      """
      select r.* from unnest(cast(:ids as uuid[]), cast(:numbers as int[])) as w(id, version)
        join record_version v on v.municipality_id = :municipality and v.record_type = 'visit'
             and v.record_id = w.id and v.version = w.version
       cross join lateral jsonb_populate_record(null::visit, v.content) r
      """)
  List<Visit> asOf(int municipality, String ids, String numbers);
}
