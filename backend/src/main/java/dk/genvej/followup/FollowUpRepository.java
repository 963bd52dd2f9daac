package dk.genvej.followup;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FollowUpRepository extends GenericRepository<FollowUp, UUID> {

  void save(FollowUp followUp);

  void update(FollowUp followUp);

  @Query("select * from follow_up where municipality_id = :municipality and id = :id")
  Optional<FollowUp> find(int municipality, UUID id);

  @Query(
      """
      select * from follow_up where municipality_id = :municipality and course_id = :courseId
       order by due_on, id
      """)
  List<FollowUp> ofCourse(int municipality, UUID courseId);

  /** Of all the citizen's courses, those not recorded yet. */
  @Query(
      """
      select * from follow_up
       where municipality_id = :municipality and citizen_id = :citizenId and state = 'DUE'
       order by due_on, id
      """)
  List<FollowUp> dueOfCitizen(int municipality, UUID citizenId);

  /** Earliest first. */
  @Query(
      """
      select * from follow_up
       where municipality_id = :municipality and course_id = :courseId
         and (cast(due_on as text), id) > (:afterDay, :afterId)
       order by due_on, id limit :limit
      """)
  List<FollowUp> page(int municipality, UUID courseId, String afterDay, UUID afterId, int limit);
}
