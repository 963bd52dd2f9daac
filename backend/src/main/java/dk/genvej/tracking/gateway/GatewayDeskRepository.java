package dk.genvej.tracking.gateway;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports as an administrator meets them: through a view that tells of no citizen. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GatewayDeskRepository
    extends GenericRepository<GatewayDeskRepository.Decidable, UUID>, LagQueries {

  /**
   * @param nextAt when the first of those that may be sent is due; now for one that is being sent
   * @param acceptedAt when the gateway last took one
   * @param wokenAt when somebody asked for the rest to be made anew, which is not done yet
   */
  @Introspected
  record Sending(
      @Nullable Instant nextAt, @Nullable Instant acceptedAt, @Nullable Instant wokenAt) {}

  /** Those of a citizen go in their order, so only the first of each may be sent. */
  @Query(
      """
      select (select min(case when q.in_hand then :now else q.next_attempt_at end) from gateway_desk q
               where q.municipality_id = :municipality and q.state in ('WAITING', 'SENT')
                 and not exists (select from gateway_desk e
                                  where e.municipality_id = q.municipality_id and e.citizen_id = q.citizen_id
                                    and e.number < q.number and e.state in ('WAITING', 'SENT'))) as next_at,
             (select a.accepted_at from gateway_desk a
               where a.municipality_id = :municipality and a.accepted_at is not null
               order by a.accepted_at desc limit 1) as accepted_at,
             (select w.asked_at from gateway_waking w where w.municipality_id = :municipality) as woken_at
      """)
  Sending sending(int municipality, Instant now);

  /** Those of one state, by id. */
  @Query(
      """
      select id, day, state, cast(findings as text) as findings, made_at, sent_at, answered_at, attempts, skip_reason
        from gateway_desk
       where municipality_id = :municipality and state = :state and id > :after
       order by id limit :most
      """)
  List<StandingRepository.Line> page(int municipality, String state, UUID after, int most);

  /**
   * A report and all others of its citizen in the order of their making, locked until the end of
   * the transaction: whoever makes the next, or notes what came of one, waits.
   */
  @Query(
      """
      select r.id, r.version, r.holder, r.state from gateway_desk r
       where r.municipality_id = :municipality
         and r.citizen_id = (select d.citizen_id from gateway_desk d
                              where d.municipality_id = :municipality and d.id = :report)
       order by r.number for update of r
      """)
  List<Decidable> ofSameCitizen(int municipality, UUID report);

  @Introspected
  record Decidable(UUID id, int version, int holder, ReportState state) {}

  @Query(
      """
      update gateway_desk set state = 'WAITING', reason = null, findings = '[]', attempts = 0, next_attempt_at = :now,
             answered_at = null, version = version + 1
       where municipality_id = :municipality and id = :report
      """)
  void retry(int municipality, UUID report, Instant now);

  @Query(
      """
      update gateway_desk set state = 'SKIPPED', skip_reason = :reason, version = version + 1
       where municipality_id = :municipality and id = :report
      """)
  void skip(int municipality, UUID report, String reason);

  /** They were made in the belief that the one that is skipped would be taken. */
  @Query(
      """
      update gateway_desk set state = 'HELD', reason = 'EARLIER_SKIPPED', findings = cast(:findings as jsonb)
       where municipality_id = :municipality and id = any(cast(:reports as uuid[]))
      """)
  void heldBack(int municipality, String reports, String findings);

  /** What waits is due, but for what somebody has in hand. */
  @Query(
      """
      update gateway_desk set next_attempt_at = :now
       where municipality_id = :municipality and state in ('WAITING', 'SENT') and not in_hand and next_attempt_at > :now
      """)
  void due(int municipality, Instant now);

  @Query(
      """
      insert into gateway_waking as w (municipality_id, asked_at) values (:municipality, :now)
      on conflict (municipality_id) do update set asked_at = excluded.asked_at, version = w.version + 1
      """)
  void wake(int municipality, Instant now);

  @Query("select id, version from gateway_waking where municipality_id = :municipality")
  Woken woken(int municipality);

  @Introspected
  record Woken(UUID id, int version) {}
}
