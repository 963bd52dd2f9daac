package dk.genvej.tracking;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The versions of outcomes; arrays that belong together do so by their places. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutcomeRepository extends GenericRepository<OutcomeVersion, UUID> {

  void saveAll(Collection<OutcomeVersion> versions);

  @Query(
      """
      select * from outcome_standing
       where municipality_id = :municipality and tracking_id = any(cast(:ids as uuid[]))
      """)
  List<OutcomeVersion> standing(int municipality, String ids);

  /** Courses with the id they go by outside, and how many versions there now are. */
  @Query(
      """
      insert into outcome_course (municipality_id, course_id, tracking_id, latest_version)
      select cast(:municipality as int), course, tracking, latest
        from unnest(cast(:courses as uuid[]), cast(:trackings as uuid[]), cast(:latest as int[]))
             as told(course, tracking, latest)
          on conflict (municipality_id, course_id) do update
         set latest_version = excluded.latest_version
      """)
  void count(int municipality, String courses, String trackings, String latest);

  /** The versions that were named are superseded by those that name them. */
  @Query(
      """
      update outcome o set superseded_by = told.version
        from unnest(cast(:ids as uuid[]), cast(:named as int[]), cast(:versions as int[]))
             as told(id, named, version)
       where o.municipality_id = :municipality and o.tracking_id = told.id
         and o.version = told.named
      """)
  void supersede(int municipality, String ids, String named, String versions);

  /** A delivery of each to every receiver of the municipality. */
  @Query(
      """
      insert into outcome_delivery
             (municipality_id, receiver, tracking_id, version, enqueued_at, next_at)
      select r.municipality_id, r.name, w.id, w.version, :now, :now
        from unnest(cast(:ids as uuid[]), cast(:versions as int[])) as w(id, version)
        join outcome_receiver r on r.municipality_id = :municipality
      """)
  void deliver(int municipality, String ids, String versions, Instant now);
}
