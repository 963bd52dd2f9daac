package dk.genvej.course;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecordedPauseRepository extends GenericRepository<RecordedPause, UUID> {

  void save(RecordedPause pause);

  void update(RecordedPause pause);

  /** Oldest first, annulled ones among them. */
  @Query(
      """
      select * from pause where municipality_id = :municipality and course_id = :ofCourse
       order by from_day, id
      """)
  List<RecordedPause> ofCourse(int municipality, UUID ofCourse);

  /** As above, of several courses. */
  @Query(
      """
      select * from pause
       where municipality_id = :municipality and course_id = any(cast(:courses as uuid[]))
       order by from_day, id
      """)
  List<RecordedPause> ofCourses(int municipality, String courses);

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      select p.* from pause p
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on p.citizen_id = held.citizen and p.course_id = held.course
       where p.municipality_id = :municipality and p.seq > held.seq
      """)
  List<RecordedPause> newer(int municipality, String whom, String courses, String seqs);
}
