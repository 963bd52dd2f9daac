package dk.genvej.tracking.gateway;

import dk.genvej.settings.SettingRow;
import dk.genvej.worker.WorkerTransactions;
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

/** What the worker asks to make the reports of a day. */
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface GatewayRepository
    extends GenericRepository<GatewayRepository.Who, UUID>, FormQueries, LagQueries {

  @Introspected
  record Who(UUID citizenId) {}

  /**
   * @param sealed the CPR number as it is kept
   * @param merged whether it is a record of a citizen who goes by another now
   */
  @Introspected
  record Person(byte[] sealed, @Nullable LocalDate diedOn, boolean merged) {}

  /** The last report of a citizen under one CPR number. */
  @Introspected
  record Last(UUID id, int holder, LocalDate day, int edition, byte[] sealed, ReportState state) {}

  @Query("select * from setting where municipality_id = :municipality order by key, valid_from")
  List<SettingRow> choices(int municipality);

  @Query(
      """
      insert into gateway_day (municipality_id, day, made_at, reports)
      values (:municipality, :day, :madeAt, :reports) on conflict do nothing
      """)
  void close(int municipality, LocalDate day, Instant madeAt, int reports);

  /** Whom a day changed in something that is reported, by when it was received. */
  @Query(
      """
      select distinct citizen_id from change_log
       where municipality_id = :municipality and received_at >= :dayBegins and received_at < :dayEnds
         and citizen_id is not null
         and (record_type in ('course', 'condition', 'course_condition', 'evaluation', 'follow_up', 'help', 'visit', 'citizen')
              or (record_type = 'care_grant' and course_id is not null))
      """)
  List<Who> changed(int municipality, Instant dayBegins, Instant dayEnds);

  /**
   * Whoever may have had a course under way on a day, which may be long ago when reports are made
   * late: it is still, or something became of it since.
   */
  @Query(
      """
      select distinct citizen_id from course
       where municipality_id = :municipality
         and (state in ('REFERRED', 'PLANNING', 'ACTIVE', 'PAUSED', 'EVALUATED')
              or greatest(stamp_received_at, annulled_at) >= :dayBegins)
      """)
  List<Who> underWay(int municipality, Instant dayBegins);

  /** Those whose last report under a number did not get through: what it told waits for a later. */
  @Query(
      """
      select distinct p.citizen_id from gateway_report p
       where p.municipality_id = :municipality and p.state in ('HELD', 'REFUSED')
         and not exists (select from gateway_report q
                          where q.municipality_id = p.municipality_id and q.citizen_id = p.citizen_id
                            and q.holder = p.holder and q.number > p.number)
      """)
  List<Who> unfinished(int municipality);

  /**
   * Takes turns with whoever notes what came of a report of the citizen, as what stands next hangs
   * on it.
   */
  @Query(
      """
      select citizen_id from gateway_report
       where municipality_id = :municipality and citizen_id = :citizen order by number for update
      """)
  List<Who> lock(int municipality, UUID citizen);

  @Query(
      """
      select cpr_sealed as sealed, died_on, merged_into is not null as merged from citizen
       where municipality_id = :municipality and id = :citizen
      """)
  Person person(int municipality, UUID citizen);

  @Query(
      """
      select distinct on (holder) id, holder, day, edition, cpr_sealed as sealed, state from gateway_report
       where municipality_id = :municipality and citizen_id = :citizen order by holder, number desc
      """)
  List<Last> lastOfEach(int municipality, UUID citizen);

  /** Two instances, or a second run, make the same report once. */
  @Query(
      """
      insert into gateway_report (municipality_id, id, citizen_id, holder, day, edition, guide, state, reason, findings,
                                  courses, cpr_sealed, next_attempt_at, made_at)
      values (:municipality, :id, :citizen, :holder, :day, :edition, :guide, :state, :reason, cast(:findings as jsonb),
              cast(:courses as uuid[]), :sealed, :madeAt, :madeAt)
      on conflict on constraint gateway_report_once do nothing
      """)
  int add(
      int municipality,
      UUID id,
      UUID citizen,
      int holder,
      LocalDate day,
      int edition,
      String guide,
      String state,
      @Nullable String reason,
      String findings,
      String courses,
      byte[] sealed,
      Instant madeAt);

  @Query(
      """
      insert into gateway_resource (municipality_id, report_id, position, citizen_id, resource_id, kind, source, generation,
                                    identity, course_id, changed, content)
      values (:municipality, :report, :position, :citizen, :resource, :kind, :source, :generation, :identity, :course,
              :changed, cast(:content as jsonb))
      """)
  void addResource(
      int municipality,
      UUID report,
      int position,
      UUID citizen,
      UUID resource,
      String kind,
      String source,
      int generation,
      String identity,
      @Nullable UUID course,
      boolean changed,
      String content);

  /** There is nothing left to tell of what did not get through. */
  @Query(
      """
      update gateway_report set state = 'CORRECTED'
       where municipality_id = :municipality and citizen_id = :citizen and holder = :holder and state in ('HELD', 'REFUSED')
      """)
  void settle(int municipality, UUID citizen, int holder);

  /** When somebody asked for what did not get through to be made anew; empty when nobody does. */
  @Query(
      """
      select asked_at from gateway_waking where municipality_id = :municipality and asked_at is not null
      """)
  Optional<Waking> waking(int municipality);

  @Introspected
  record Waking(Instant askedAt) {}

  /** It was done; whoever asked again meanwhile is answered by the next run. */
  @Query(
      """
      update gateway_waking set asked_at = null where municipality_id = :municipality and asked_at = :askedAt
      """)
  void awake(int municipality, Instant askedAt);

  /** What a report told, in its order. */
  @Query(
      """
      select kind, source, generation, identity, course_id, cast(content as text) as content from gateway_resource
       where municipality_id = :municipality and report_id = :report order by position
      """)
  List<ResourceLine> resources(int municipality, UUID report);
}
