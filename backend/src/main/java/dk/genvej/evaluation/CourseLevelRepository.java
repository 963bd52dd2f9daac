package dk.genvej.evaluation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CourseLevelRepository extends GenericRepository<CourseLevel, UUID> {

  void update(CourseLevel version);

  @Query(
      """
      select municipality_id, id, citizen_id, course_id, condition_id, level_at_end, version, stamp_happened_at,
             stamp_recorded_at, stamp_received_at, stamp_author_id, stamp_device_id, stamp_mutation_id
        from course_condition where municipality_id = :municipality and course_id = :courseId
       order by id
      """)
  List<CourseLevel> ofCourse(int municipality, UUID courseId);
}
