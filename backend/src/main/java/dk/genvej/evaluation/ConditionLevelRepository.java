package dk.genvej.evaluation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConditionLevelRepository extends GenericRepository<ConditionLevel, UUID> {

  void update(ConditionLevel version);

  /** The conditions in the plan of a course. */
  @Query(
      """
      select c.municipality_id, c.id, c.citizen_id, c.level, c.level_on, c.version, c.stamp_happened_at,
             c.stamp_recorded_at, c.stamp_received_at, c.stamp_author_id, c.stamp_device_id, c.stamp_mutation_id
        from condition c
        join course_condition p on p.municipality_id = c.municipality_id and p.condition_id = c.id
       where c.municipality_id = :municipality and p.course_id = :courseId
       order by c.id
      """)
  List<ConditionLevel> ofCourse(int municipality, UUID courseId);
}
