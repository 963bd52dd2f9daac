package dk.genvej.tracking.gateway;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is not with the gateway yet; the same for the administrator and for the worker. */
interface LagQueries {

  /**
   * @param oldest the oldest day among them
   */
  @Introspected
  record Open(ReportState state, int reports, LocalDate oldest) {}

  @Query(
      """
      select state, cast(count(*) as int) as reports, min(day) as oldest from gateway_desk
       where municipality_id = :municipality and state in ('WAITING', 'SENT', 'HELD', 'REFUSED')
       group by state order by state
      """)
  List<Open> open(int municipality);

  @Introspected
  record Day(LocalDate day) {}

  /** The last day whose reports were made. */
  @Query(
      """
      select day from gateway_day where municipality_id = :municipality order by day desc limit 1
      """)
  Optional<Day> lastDay(int municipality);
}
