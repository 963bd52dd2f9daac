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
}
