package dk.genvej.course;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GrantRepository extends GenericRepository<Grant, UUID> {

  void save(Grant grant);

  void update(Grant grant);

  void saveAll(List<Grant> grants);

  void updateAll(List<Grant> grants);

  @Query("select * from care_grant where municipality_id = :municipality and id in (:ids)")
  List<Grant> of(int municipality, List<UUID> ids);

  @Query(
      """
      select * from care_grant
       where municipality_id = :municipality and course_id = :course and id = :grantId
      """)
  Optional<Grant> find(int municipality, UUID course, UUID grantId);

  @Query(
      """
      select * from care_grant where municipality_id = :municipality and course_id = :course
       order by from_day, id
      """)
  List<Grant> ofCourse(int municipality, UUID course);

  /** Those newer than a tablet holds; the arrays say of whom, which course, since when. */
  @Query(
      """
      with theirs as materialized (
        select * from care_grant
         where municipality_id = :municipality and citizen_id = any(cast(:whom as uuid[]))
           and seq > (select min(seq) from unnest(cast(:seqs as bigint[])) as held(seq)))
      select g.* from theirs g
        join unnest(cast(:whom as uuid[]), cast(:courses as uuid[]), cast(:seqs as bigint[]))
             as held(citizen, course, seq)
          on g.citizen_id = held.citizen and g.course_id = held.course
       where g.seq > held.seq
      """)
  List<Grant> newer(int municipality, String whom, String courses, String seqs);
}
