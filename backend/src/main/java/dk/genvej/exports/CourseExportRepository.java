package dk.genvej.exports;

import dk.genvej.course.Course;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CourseExportRepository extends GenericRepository<Course, UUID> {

  /**
   * Courses that something has happened to since the receiver was told, by their ids. One that was
   * annulled is told of only to who has heard of it.
   */
  @Query(
      """
      select c.id, c.citizen_id, m.seq, coalesce(d.revision, 0) as revision,
             coalesce(d.content_hash, cast('' as bytea)) as content_hash,
             count(*) over () as remaining
        from course c
        join citizen_change m on m.municipality_id = c.municipality_id and m.citizen_id = c.citizen_id
        left join course_delivery d on d.municipality_id = c.municipality_id
         and d.receiver = :receiver and d.course_id = c.id
       where c.municipality_id = :municipality and c.id > :afterId
         and (c.state in ('EVALUATED', 'COMPLETED', 'REVIEWED', 'STOPPED')
              or (c.state = 'ANNULLED' and d.course_id is not null))
         and coalesce(d.seq < m.seq, true)
       order by c.id limit :most
      """)
  List<Changed> changed(int municipality, String receiver, UUID afterId, int most);

  /**
   * @param revision of what it was told last; 0 for nothing yet
   * @param contentHash of that; empty for nothing yet
   * @param remaining how many there are from here on
   */
  @Introspected
  record Changed(
      UUID id, UUID citizenId, long seq, int revision, byte[] contentHash, long remaining) {}

  /** The course as {@code docs/ports.md} has it, but for who the citizen is. */
  @Query(
      """
      select json_strip_nulls(json_build_object(
               'format', 'genvej-course/1',
               'domain', 'OMSORG',
               'municipality', c.municipality_id,
               'course', c.id,
               'state', c.state,
               'legalBasis', c.legal_basis,
               'startedOn', c.started_on,
               'dueOn', c.due_on,
               'evaluatedOn', c.evaluated_on,
               'completedOn', c.completed_on,
               'stoppedOn', c.stopped_on,
               'stopReason', c.stop_reason,
               'evaluation', (
                 select json_build_object(
                          'version', e.version,
                          'evaluatedOn', e.evaluated_on,
                          'onTime', e.timely,
                          'citizensVoice', e.citizens_voice,
                          'summary', e.progress,
                          'advice', e.advice,
                          'goals', (
                            select json_agg(json_build_object(
                                     'citizensWords', g.citizens_words, 'target', g.target,
                                     'status', f.status) order by g.id)
                              from jsonb_to_recordset(e.goals) as f("goalId" uuid, status text)
                              join goal g on g.municipality_id = e.municipality_id
                               and g.id = f."goalId" and g.annulled_at is null),
                          'levels', (
                            select json_agg(json_build_object('code', t.code, 'level', f.level)
                                            order by t.id)
                              from jsonb_to_recordset(e.levels) as f("conditionId" uuid, level int)
                              join condition t on t.municipality_id = e.municipality_id
                               and t.id = f."conditionId"))
                   from evaluation e
                  where e.municipality_id = c.municipality_id and e.course_id = c.id
                    and e.kind = 'TWELVE_WEEK' and e.state = 'SUBMITTED'),
               'outcomes', (
                 select json_agg(json_build_object(
                          'version', o.version,
                          'event', o.event,
                          'eventOn', o.event_on,
                          'beforeMinutes', o.before_minutes,
                          'shadowMinutes', o.shadow_minutes,
                          'afterMinutes', o.after_minutes,
                          'afterBasis', o.after_basis,
                          'category', o.category,
                          'categoryReason', o.category_reason,
                          'goalsMet', o.goals_met,
                          'goalsTotal', o.goals_total,
                          'visits', o.visits,
                          'visitMinutes', o.visit_minutes,
                          'followUpMonth', o.follow_up_month,
                          'followUpMinutes', o.follow_up_minutes,
                          'followUpResult', o.follow_up_result) order by o.version)
                   from outcome_standing o
                   join outcome_course n on n.municipality_id = o.municipality_id
                    and n.tracking_id = o.tracking_id
                  where n.municipality_id = c.municipality_id and n.course_id = c.id)))::text as content,
             r.external_key,
             (select e.id from evaluation e
               where e.municipality_id = c.municipality_id and e.course_id = c.id
                 and e.kind = 'TWELVE_WEEK' and e.state = 'SUBMITTED') as evaluation_id
        from course c
        left join imported_row r on r.municipality_id = c.municipality_id
         and r.file_kind = 'CITIZENS' and r.record_id = c.citizen_id
       where c.municipality_id = :municipality and c.id = :courseId
      """)
  Optional<Content> content(int municipality, UUID courseId);

  /**
   * @param externalKey what the record system calls the citizen; null when it came from elsewhere
   */
  @Introspected
  record Content(String content, @Nullable String externalKey, @Nullable UUID evaluationId) {}

  @Query(
      """
      insert into course_delivery
             (municipality_id, receiver, course_id, revision, seq, content_hash, delivered_at)
      values (:municipality, :receiver, :courseId, :revision, :seq, :hash, :now)
          on conflict (municipality_id, receiver, course_id) do update
         set revision = excluded.revision, seq = excluded.seq,
             content_hash = excluded.content_hash, delivered_at = excluded.delivered_at
      """)
  void delivered(
      int municipality,
      String receiver,
      UUID courseId,
      int revision,
      long seq,
      byte[] hash,
      Instant now);
}
