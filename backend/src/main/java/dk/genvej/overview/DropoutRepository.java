package dk.genvej.overview;

import dk.genvej.course.Course;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DropoutRepository extends GenericRepository<Course, UUID> {

  /**
   * The latest stopped first.
   *
   * @param onlyDistrict null for all that the actor's scope holds
   */
  @Query(
      """
      select c.id, c.citizen_id, b.name, b.birth_date, c.district_id, c.therapist_id,
             c.started_on, c.stopped_on, c.stop_reason, c.stop_text
        from course c
        join citizen b on b.municipality_id = c.municipality_id and b.id = c.citizen_id
       where c.municipality_id = :municipality and c.state = 'STOPPED'
         and c.stopped_on between :firstDay and :lastDay
         and c.district_id = coalesce(cast(:onlyDistrict as uuid), c.district_id)
         and (c.stopped_on, c.id) < (:beforeDay, :beforeId)
       order by c.stopped_on desc, c.id desc limit :most
      """)
  List<Line> page(
      int municipality,
      LocalDate firstDay,
      LocalDate lastDay,
      @Nullable UUID onlyDistrict,
      LocalDate beforeDay,
      UUID beforeId,
      int most);

  /** A course that was stopped after its start. */
  @Introspected
  record Line(
      UUID id,
      UUID citizenId,
      String name,
      LocalDate birthDate,
      UUID districtId,
      UUID therapistId,
      LocalDate startedOn,
      LocalDate stoppedOn,
      String stopReason,
      @Nullable String stopText) {}
}
