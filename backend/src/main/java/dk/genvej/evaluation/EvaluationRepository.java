package dk.genvej.evaluation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EvaluationRepository extends GenericRepository<Evaluation, UUID> {

  void save(Evaluation evaluation);

  void update(Evaluation evaluation);

  @Query("select * from evaluation where municipality_id = :municipality and id = :id")
  Optional<Evaluation> find(int municipality, UUID id);

  @Query(
      """
      select * from evaluation
       where municipality_id = :municipality and course_id = :courseId and kind = 'TWELVE_WEEK'
      """)
  Optional<Evaluation> twelveWeek(int municipality, UUID courseId);

  /** Oldest first; one not held yet stands on its due day. */
  @Query(
      """
      select * from evaluation
       where municipality_id = :municipality and course_id = :courseId
         and (cast(coalesce(evaluated_on, due_on) as text), id) > (:afterDay, :afterId)
       order by coalesce(evaluated_on, due_on), id limit :limit
      """)
  List<Evaluation> page(int municipality, UUID courseId, String afterDay, UUID afterId, int limit);

  @Query("select id from course where municipality_id = :municipality and referral_id = :referral")
  Optional<Found> courseOfReferral(int municipality, UUID referral);

  @Introspected
  record Found(UUID id) {}

  /** Those newer than a tablet holds, or whose pauses or course are: they show them. */
  @Query(
      """
      select e.* from evaluation e
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on e.citizen_id = held.citizen and e.course_id = held.course
       where e.municipality_id = :municipality and (e.seq > held.seq
              or exists (select from pause p
                          where p.municipality_id = e.municipality_id and p.course_id = e.course_id
                            and p.seq > held.seq)
              or exists (select from course c
                          where c.municipality_id = e.municipality_id and c.id = e.course_id
                            and c.seq > held.seq))
      """)
  List<Evaluation> newer(int municipality, String whom, String courses, String seqs);
}
