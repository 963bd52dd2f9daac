package dk.genvej.tracking.gateway;

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

/** What people see of reports. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StandingRepository extends GenericRepository<StandingRepository.Line, UUID>, FormQueries {

  @Introspected
  record Line(
      UUID id,
      LocalDate day,
      ReportState state,
      String findings,
      Instant madeAt,
      @Nullable Instant sentAt,
      @Nullable Instant answeredAt,
      int attempts,
      @Nullable String skipReason) {}

  @Introspected
  record Holder(int holder) {}

  @Query(
      """
      select holder from gateway_report
       where municipality_id = :municipality and citizen_id = :citizen order by number desc limit 1
      """)
  Optional<Holder> lastHolder(int municipality, UUID citizen);

  /** Those that told of a course, also under a record since merged, the latest first. */
  @Query(
      """
      select id, day, state, cast(findings as text) as findings, made_at, sent_at, answered_at, attempts, skip_reason
        from gateway_report
       where municipality_id = :municipality and cast(:course as uuid) = any(courses)
         and citizen_id in (select id from citizen
                             where municipality_id = :municipality and (id = :citizen or merged_into = :citizen))
       order by number desc limit 200
      """)
  List<Line> ofCourse(int municipality, UUID citizen, UUID course);
}
