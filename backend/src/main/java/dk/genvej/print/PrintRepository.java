package dk.genvej.print;

import dk.genvej.course.Course;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands on paper, as it stands now. Annulled entries are not printed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PrintRepository extends GenericRepository<Course, UUID> {

  @Query(
      """
      select citizens_words, summary, version from plan
       where municipality_id = :municipality and id = :courseId
      """)
  Optional<PlanLine> plan(int municipality, UUID courseId);

  /** Oldest first, as the citizen has come to know them. */
  @Query(
      """
      select citizens_words, measure, unit, baseline, baseline_value, baseline_on,
             target, target_value, target_on, status, agreed_with_citizen
        from goal
       where municipality_id = :municipality and course_id = :courseId and annulled_at is null
       order by id
      """)
  List<GoalLine> goals(int municipality, UUID courseId);

  /** Those that hold on the day, or will. */
  @Query(
      """
      select actor_role, unit_id, action, times_per_week, from_day,
             coalesce(ended_on, until_day) as last_day
        from agreement
       where municipality_id = :municipality and course_id = :courseId and annulled_at is null
         and coalesce(ended_on, until_day) >= :day
       order by from_day, id
      """)
  List<AgreementLine> agreements(int municipality, UUID courseId, LocalDate day);

  /** What the course works on. */
  @Query(
      """
      select c.code, c.level, a.expected_level
        from course_condition a
        join condition c on c.municipality_id = a.municipality_id and c.id = a.condition_id
       where a.municipality_id = :municipality and a.course_id = :courseId and a.in_focus
       order by a.id
      """)
  List<ConditionLine> inFocus(int municipality, UUID courseId);

  @Query(
      """
      select code from care_grant
       where municipality_id = :municipality and course_id = :courseId
         and state in ('ACTIVE', 'ON_HOLD')
       order by from_day, id
      """)
  List<GrantLine> grants(int municipality, UUID courseId);

  @Query(
      """
      select planned_at, contact_type, visitor_id from visit
       where municipality_id = :municipality and course_id = :courseId and state = 'PLANNED'
         and planned_at >= :now
       order by planned_at, id limit 5
      """)
  List<VisitLine> nextVisits(int municipality, UUID courseId, Instant now);

  @Query(
      """
      select course_id, kind, state, evaluated_on, citizens_voice, progress as summary, advice, version
        from evaluation
       where municipality_id = :municipality and id = :evaluationId
      """)
  Optional<EvaluationLine> evaluation(int municipality, UUID evaluationId);

  /** The goals with the status that the evaluation gave them. */
  @Query(
      """
      select g.citizens_words, g.target, f.status
        from evaluation e
       cross join jsonb_to_recordset(e.goals) as f("goalId" uuid, status text)
        join goal g on g.municipality_id = e.municipality_id and g.id = f."goalId"
       where e.municipality_id = :municipality and e.id = :evaluationId and g.annulled_at is null
       order by g.id
      """)
  List<GoalJudged> judged(int municipality, UUID evaluationId);

  @Query(
      """
      select c.code, a.level_at_start, f.level
        from evaluation e
       cross join jsonb_to_recordset(e.levels) as f("conditionId" uuid, level int)
        join condition c on c.municipality_id = e.municipality_id and c.id = f."conditionId"
        left join course_condition a on a.municipality_id = e.municipality_id
         and a.course_id = e.course_id and a.condition_id = c.id
       where e.municipality_id = :municipality and e.id = :evaluationId
       order by a.in_focus desc nulls last, a.id
      """)
  List<LevelJudged> levels(int municipality, UUID evaluationId);

  /** Up to the day of the evaluation, oldest first. */
  @Query(
      """
      select s.instrument, s.instrument_version, s.phase, i.scale, i.value,
             i."goalId" as goal_id, i.activity, g.citizens_words
        from score s
       cross join jsonb_to_recordset(s.items)
             as i(scale text, value numeric, "goalId" uuid, activity text)
        left join goal g on g.municipality_id = s.municipality_id and g.id = i."goalId"
       where s.municipality_id = :municipality and s.course_id = :courseId
         and s.annulled_at is null and s.scored_on <= :day and s.phase <> 'FOLLOW_UP'
       order by s.scored_on, s.id
      """)
  List<ScoreLine> scores(int municipality, UUID courseId, LocalDate day);

  @Introspected
  record PlanLine(@Nullable String citizensWords, @Nullable String summary, int version) {}

  @Introspected
  record GoalLine(
      String citizensWords,
      String measure,
      @Nullable String unit,
      String baseline,
      @Nullable BigDecimal baselineValue,
      LocalDate baselineOn,
      String target,
      @Nullable BigDecimal targetValue,
      LocalDate targetOn,
      String status,
      boolean agreedWithCitizen) {}

  @Introspected
  record AgreementLine(
      String actorRole,
      @Nullable UUID unitId,
      String action,
      BigDecimal timesPerWeek,
      LocalDate fromDay,
      LocalDate lastDay) {}

  @Introspected
  record ConditionLine(UUID code, int level, @Nullable Integer expectedLevel) {}

  @Introspected
  record GrantLine(UUID code) {}

  @Introspected
  record VisitLine(Instant plannedAt, String contactType, UUID visitorId) {}

  @Introspected
  record EvaluationLine(
      UUID courseId,
      String kind,
      String state,
      @Nullable LocalDate evaluatedOn,
      @Nullable String citizensVoice,
      @Nullable String summary,
      @Nullable String advice,
      int version) {}

  @Introspected
  record GoalJudged(String citizensWords, String target, String status) {}

  @Introspected
  record LevelJudged(UUID code, @Nullable Integer levelAtStart, int level) {}

  @Introspected
  record ScoreLine(
      String instrument,
      String instrumentVersion,
      String phase,
      String scale,
      BigDecimal value,
      @Nullable UUID goalId,
      @Nullable String activity,
      @Nullable String citizensWords) {}
}
