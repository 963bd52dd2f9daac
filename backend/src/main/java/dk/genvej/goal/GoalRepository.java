package dk.genvej.goal;

import dk.genvej.work.Rows;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GoalRepository extends GenericRepository<Goal, UUID>, Rows<Goal> {

  @Override
  @Query("select * from goal where municipality_id = :municipality and id = :goalId")
  Optional<Goal> find(int municipality, UUID goalId);

  @Override
  @Query(
      """
      select * from goal
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Goal> all(int municipality, String ids);

  /** Ids grow with time, so this is oldest first. */
  @Query(
      """
      select * from goal
       where municipality_id = :municipality and course_id = :course and id > :afterId
       order by id limit :limit
      """)
  List<Goal> page(int municipality, UUID course, UUID afterId, int limit);

  @Query(
      """
      select * from goal
       where municipality_id = :municipality and course_id = any(cast(:courses as uuid[]))
         and annulled_at is null
       order by id
      """)
  List<Goal> standing(int municipality, String courses);

  /** Every version as it was kept, newest first. */
  @Query(
      """
      select g.* from record_version v
       cross join lateral jsonb_populate_record(null::goal, v.content) g
       where v.municipality_id = :municipality and v.record_type = 'goal' and v.record_id = :goalId
         and v.version < :before
       order by v.version desc limit :limit
      """)
  List<Goal> versions(int municipality, UUID goalId, int before, int limit);

  @Query(
      """
      select id, citizen_id from condition
       where municipality_id = :municipality and citizen_id = any(cast(:citizens as uuid[]))
      """)
  List<KnownCondition> conditions(int municipality, String citizens);

  /** A condition that a goal can be set for. */
  @Introspected
  record KnownCondition(UUID id, UUID citizenId) {}

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      with theirs as materialized (
        select * from goal
         where municipality_id = :municipality and citizen_id = any(cast(:whom as uuid[]))
           and seq > (select min(seq) from unnest(cast(:seqs as bigint[])) as held(seq)))
      select g.* from theirs g
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on g.citizen_id = held.citizen and g.course_id = held.course
       where g.seq > held.seq
      """)
  List<Goal> newer(int municipality, String whom, String courses, String seqs);

  /** Versions as they were kept; ids and versions belong together by their places. */
  @Query(
      """
      select r.* from unnest(cast(:ids as uuid[]), cast(:numbers as int[])) as w(id, version)
        join record_version v on v.municipality_id = :municipality and v.record_type = 'goal'
             and v.record_id = w.id and v.version = w.version
       cross join lateral jsonb_populate_record(null::goal, v.content) r
      """)
  List<Goal> asOf(int municipality, String ids, String numbers);
}
