package dk.genvej.followup;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TaskRepository extends GenericRepository<Task, UUID> {

  void save(Task task);

  void update(Task task);

  @Query("select * from task where municipality_id = :municipality and id = :id")
  Optional<Task> find(int municipality, UUID id);

  @Query(
      """
      select * from task
       where municipality_id = :municipality and citizen_id = :citizenId
         and course_id is not distinct from cast(:course as uuid) and kind = :kindName
       order by state desc, id limit 1
      """)
  Optional<Task> raised(int municipality, UUID citizenId, @Nullable UUID course, String kindName);

  /** Open ones about a citizen as a whole that another record of the same citizen has had too. */
  @Query(
      """
      select t.* from task t
       where t.municipality_id = :municipality and t.citizen_id = :gone and t.course_id is null
         and t.state = 'OPEN'
         and exists (select from task o
                      where o.municipality_id = t.municipality_id and o.citizen_id = :staying
                        and o.course_id is null and o.kind = t.kind)
       order by t.id
      """)
  List<Task> askedTwice(int municipality, UUID gone, UUID staying);

  /**
   * Of the citizens the visitator is responsible for or stands in for on the day, and of those
   * nobody is responsible for, so that no task is lost. Oldest first.
   */
  @Query(
      """
      select t.*, z.name, z.birth_date, z.responsible_visitator_id
        from task t
        join citizen z on z.municipality_id = t.municipality_id and z.id = t.citizen_id
       where t.municipality_id = :municipality
         and (z.responsible_visitator_id is null or z.responsible_visitator_id = :visitator
              or exists (select from substitution s
                          where s.municipality_id = t.municipality_id and s.substitute_id = :visitator
                            and s.absent_id = z.responsible_visitator_id and s.role = 'VISITATOR'
                            and :today between s.from_day and s.until_day
                            and (s.ended_on is null or s.ended_on > :today)))
         and (cast(:only as text) is null or t.state = :only)
         and (cast(t.raised_on as text), t.id) > (:afterDay, :afterId)
       order by t.raised_on, t.id limit :limit
      """)
  List<Line> page(
      int municipality,
      UUID visitator,
      LocalDate today,
      @Nullable String only,
      String afterDay,
      UUID afterId,
      int limit);

  /** A task with whom it is about. */
  @Introspected
  record Line(
      UUID id,
      UUID citizenId,
      @Nullable UUID courseId,
      TaskKind kind,
      TaskState state,
      LocalDate raisedOn,
      @Nullable String outcome,
      int version,
      java.time.Instant stampHappenedAt,
      java.time.Instant stampRecordedAt,
      java.time.Instant stampReceivedAt,
      UUID stampAuthorId,
      String name,
      LocalDate birthDate,
      @Nullable UUID responsibleVisitatorId) {}
}
