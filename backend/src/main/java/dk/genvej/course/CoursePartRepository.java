package dk.genvej.course;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a course is asked about things built on it. Goals and evaluations are packages above, so
 * they are asked by their tables and never by their code.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CoursePartRepository extends GenericRepository<Course, UUID> {

  /** What its plan holds, for the check before the start. */
  @Query(
      """
      select p.citizens_words,
             (select count(*) from goal g
               where g.municipality_id = c.municipality_id and g.course_id = c.id
                 and g.agreed_with_citizen and g.annulled_at is null)::int as agreed_goals,
             (select count(*) from course_condition k
               where k.municipality_id = c.municipality_id and k.course_id = c.id
                 and k.in_focus)::int as conditions_in_focus
        from course c
        left join plan p on p.municipality_id = c.municipality_id and p.id = c.id
       where c.municipality_id = :municipality and c.id = :courseId
      """)
  Readiness readiness(int municipality, UUID courseId);

  @Introspected
  record Readiness(@Nullable String citizensWords, int agreedGoals, int conditionsInFocus) {}

  /** The first day something happened in the course: a pause, an evaluation, the stop. */
  @Query(
      """
      select least(c.evaluated_on, c.stopped_on,
             (select min(p.from_day) from pause p
               where p.municipality_id = c.municipality_id and p.course_id = c.id
                 and p.annulled_at is null),
             (select min(e.evaluated_on) from evaluation e
               where e.municipality_id = c.municipality_id and e.course_id = c.id
                 and e.state = 'SUBMITTED')) as day
        from course c where c.municipality_id = :municipality and c.id = :courseId
      """)
  First firstHappening(int municipality, UUID courseId);

  @Introspected
  record First(@Nullable LocalDate day) {}

  @Query(
      """
      select count(*)::int as total,
             count(*) filter (where status = 'OPEN')::int as open,
             count(*) filter (where status = 'ACHIEVED')::int as achieved,
             count(*) filter (where status = 'PARTLY')::int as partly,
             count(*) filter (where status = 'NOT_ACHIEVED')::int as not_achieved
        from goal
       where municipality_id = :municipality and course_id = :courseId and annulled_at is null
      """)
  Goals goals(int municipality, UUID courseId);

  @Introspected
  record Goals(int total, int open, int achieved, int partly, int notAchieved) {}

  @Query(
      """
      select id, state, due_on, evaluated_on, timely from evaluation
       where municipality_id = :municipality and course_id = :courseId
         and kind = 'TWELVE_WEEK' and state <> 'ANNULLED'
      """)
  Optional<TwelveWeeks> twelveWeeks(int municipality, UUID courseId);

  @Introspected
  record TwelveWeeks(
      UUID id,
      String state,
      LocalDate dueOn,
      @Nullable LocalDate evaluatedOn,
      @Nullable Boolean timely) {}

  /** Who had the course in each of its versions, and why it came to them. */
  @Query(
      """
      select (v.content ->> 'therapist_id')::uuid as therapist_id,
             (v.content ->> 'tovholder_id')::uuid as tovholder_id,
             (v.content ->> 'stamp_received_at')::timestamptz as received_at,
             (select min(l.reason) from change_log l
               where l.municipality_id = v.municipality_id and l.record_id = v.record_id
                 and l.version = v.version and l.record_type = 'course') as reason
        from record_version v
       where v.municipality_id = :municipality and v.record_type = 'course'
         and v.record_id = :courseId
       order by v.version
      """)
  List<Holder> holders(int municipality, UUID courseId);

  @Introspected
  record Holder(UUID therapistId, UUID tovholderId, Instant receivedAt, @Nullable String reason) {

    boolean sameAs(Holder other) {
      return therapistId.equals(other.therapistId) && tovholderId.equals(other.tovholderId);
    }
  }
}
