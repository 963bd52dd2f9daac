package dk.genvej.visit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface VisitRepository extends GenericRepository<Visit, UUID> {

  void save(Visit visit);

  void update(Visit visit);

  @Query("select * from visit where municipality_id = :municipality and id = :visit")
  Optional<Visit> find(int municipality, UUID visit);

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
      select v.* from visit v
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on v.citizen_id = held.citizen and v.course_id = held.course
       where v.municipality_id = :municipality and v.seq > held.seq
      """)
  List<Visit> newer(int municipality, String whom, String courses, String seqs);
}
