package dk.genvej.evaluation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GoalOutcomeRepository extends GenericRepository<GoalOutcome, UUID> {

  void update(GoalOutcome version);

  /** The standing goals of a course: those not annulled. */
  @Query(
      """
      select municipality_id, id, citizen_id, course_id, status, version, stamp_happened_at,
             stamp_recorded_at, stamp_received_at, stamp_author_id, stamp_device_id, stamp_mutation_id
        from goal
       where municipality_id = :municipality and course_id = :courseId and annulled_at is null
       order by id
      """)
  List<GoalOutcome> ofCourse(int municipality, UUID courseId);
}
