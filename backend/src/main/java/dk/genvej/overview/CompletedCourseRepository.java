package dk.genvej.overview;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of completed courses, and for all of them at once what stands about each elsewhere. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CompletedCourseRepository extends GenericRepository<Course, UUID> {

  /**
   * The latest completed first. Timeliness is as judged when the evaluation was submitted; history
   * from before there were evaluations is judged by the window given.
   *
   * @param onlyDistrict null for all that the actor's scope holds
   * @param onlyTherapist null for all
   */
  @Query(
      """
      select c.id, c.version, c.citizen_id, b.name, b.birth_date, c.referral_id, c.district_id,
             c.care_area_id, c.therapist_id, p.intervention_type, c.started_on, c.due_on,
             c.evaluated_on, c.completed_on, c.category, c.category_reason, c.degree_of_help,
             c.saved_minutes, c.reviewed_at, c.reviewed_by, c.review_comment,
             coalesce(e.timely, abs(c.evaluated_on - c.due_on) <= :windowDays) as on_time
        from course c
        join citizen b on b.municipality_id = c.municipality_id and b.id = c.citizen_id
        left join plan p on p.municipality_id = c.municipality_id and p.id = c.id
        left join evaluation e on e.municipality_id = c.municipality_id and e.course_id = c.id
         and e.kind = 'TWELVE_WEEK' and e.state = 'SUBMITTED'
       where c.municipality_id = :municipality and c.state in ('COMPLETED', 'REVIEWED')
         and c.completed_on between :firstDay and :lastDay
         and c.district_id = coalesce(cast(:onlyDistrict as uuid), c.district_id)
         and c.therapist_id = coalesce(cast(:onlyTherapist as uuid), c.therapist_id)
         and (not cast(:onlyUnsigned as boolean) or c.state = 'COMPLETED')
         and (c.completed_on, c.id) < (:beforeDay, :beforeId)
       order by c.completed_on desc, c.id desc limit :most
      """)
  List<Line> page(
      int municipality,
      int windowDays,
      LocalDate firstDay,
      LocalDate lastDay,
      @Nullable UUID onlyDistrict,
      @Nullable UUID onlyTherapist,
      boolean onlyUnsigned,
      LocalDate beforeDay,
      UUID beforeId,
      int most);

  @Query(
      """
      select referral_id, moment, basis, not_assessed, minutes_per_week,
             services::text as services, course_level_code, recorded_on
        from help
       where municipality_id = :municipality and referral_id in (:referrals)
         and moment in ('BEFORE', 'SHADOW', 'AFTER')
      """)
  List<HelpLine> help(int municipality, List<UUID> referrals);

  @Query(
      """
      select course_id, status, count(*)::int as many from goal
       where municipality_id = :municipality and course_id in (:courses) and annulled_at is null
       group by course_id, status
      """)
  List<GoalLine> goals(int municipality, List<UUID> courses);

  @Introspected
  record Line(
      UUID id,
      int version,
      UUID citizenId,
      String name,
      LocalDate birthDate,
      UUID referralId,
      UUID districtId,
      UUID careAreaId,
      UUID therapistId,
      @Nullable String interventionType,
      LocalDate startedOn,
      LocalDate dueOn,
      LocalDate evaluatedOn,
      LocalDate completedOn,
      String category,
      @Nullable String categoryReason,
      @Nullable BigDecimal degreeOfHelp,
      @Nullable BigDecimal savedMinutes,
      @Nullable Instant reviewedAt,
      @Nullable UUID reviewedBy,
      @Nullable String reviewComment,
      boolean onTime) {}

  @Introspected
  record HelpLine(
      UUID referralId,
      String moment,
      String basis,
      boolean notAssessed,
      @Nullable BigDecimal minutesPerWeek,
      String services,
      @Nullable String courseLevelCode,
      LocalDate recordedOn) {}

  @Introspected
  record GoalLine(UUID courseId, String status, int many) {}
}
