package dk.genvej.course;

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
interface CourseRepository extends GenericRepository<Course, UUID>, Rows<Course> {

  @Override
  @Query("select * from course where municipality_id = :municipality and id = :id")
  Optional<Course> find(int municipality, UUID id);

  @Override
  @Query(
      """
      select * from course
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  List<Course> all(int municipality, String ids);

  @Query(
      """
      select state from course where municipality_id = :municipality and citizen_id = :ofCitizen
      """)
  List<Standing> ofCitizen(int municipality, UUID ofCitizen);

  /** Where one of a citizen's courses stands. */
  @Introspected
  record Standing(CourseState state) {}

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      select c.* from course c
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on c.citizen_id = held.citizen and c.id = held.course
       where c.municipality_id = :municipality and (c.seq > held.seq
              or exists (select from help h
                          where h.municipality_id = c.municipality_id
                            and h.referral_id = c.referral_id and h.seq > held.seq))
      """)
  List<Course> newer(int municipality, String whom, String courses, String seqs);
}
