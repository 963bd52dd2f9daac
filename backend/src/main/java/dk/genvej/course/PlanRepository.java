package dk.genvej.course;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<Plan, UUID> {

  void save(Plan plan);

  void update(Plan plan);

  @Query("select * from plan where municipality_id = :municipality and id = :courseId")
  Optional<Plan> find(int municipality, UUID courseId);

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      select p.* from plan p
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on p.citizen_id = held.citizen and p.id = held.course
       where p.municipality_id = :municipality and p.seq > held.seq
      """)
  List<Plan> newer(int municipality, String whom, String courses, String seqs);

  /** Versions as they were kept; ids and versions belong together by their places. */
  @Query(
      """
      select r.* from unnest(cast(:ids as uuid[]), cast(:numbers as int[])) as w(id, version)
        join record_version v on v.municipality_id = :municipality and v.record_type = 'plan'
             and v.record_id = w.id and v.version = w.version
       cross join lateral jsonb_populate_record(null::plan, v.content) r
      """)
  List<Plan> asOf(int municipality, String ids, String numbers);
}
