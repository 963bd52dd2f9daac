package dk.genvej.tracking.gateway;

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

/** Reports on their way. */
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface DeliveryRepository extends GenericRepository<DeliveryRepository.Claimed, UUID> {

  /**
   * @param attempts this one counted
   * @param dead known by now, whatever the report says
   */
  @Introspected
  record Claimed(
      UUID id,
      UUID citizenId,
      int holder,
      long number,
      LocalDate day,
      String guide,
      byte[] sealed,
      int attempts,
      Instant madeAt,
      boolean dead) {}

  @Introspected
  record Stored(boolean changed, String content) {}

  /**
   * The next report that is due, locked until the transaction ends. Those of a citizen go in their
   * order, and what others have in hand is passed by.
   */
  @Query(
      """
      select q.id, q.citizen_id, q.holder, q.number, q.day, q.guide, q.cpr_sealed as sealed, q.attempts + 1 as attempts,
             q.made_at, c.died_on is not null as dead
        from gateway_report q
        join citizen c on c.municipality_id = q.municipality_id and c.id = q.citizen_id
       where q.municipality_id = :municipality and q.state in ('WAITING', 'SENT') and q.next_attempt_at <= :now
         and not exists (select from gateway_report e
                          where e.municipality_id = q.municipality_id and e.citizen_id = q.citizen_id
                            and e.number < q.number and e.state in ('WAITING', 'SENT'))
       order by q.next_attempt_at, q.number limit 1 for update of q skip locked
      """)
  Optional<Claimed> due(int municipality, Instant now);

  /** For as long as the lease: whoever dies with it in hand leaves it to another. */
  @Query(
      """
      update gateway_report
         set state = 'SENT', in_hand = true, attempts = attempts + 1, next_attempt_at = :leaseUntil, sent_at = coalesce(sent_at, :now)
       where municipality_id = :municipality and id = :report
      """)
  int claim(int municipality, UUID report, Instant now, Instant leaseUntil);

  /** What is to be sent leaves the house, so it is a disclosure like any other. */
  @Query(
      """
      insert into access_log (municipality_id, received_at, id, roles, operation, outcome, resource_id, citizens, request_id)
      values (:municipality, :now, :logId, 'WORKER', 'sendGatewayReport', 'DISCLOSED', :report, array[cast(:citizen as uuid)],
              :report)
      """)
  void disclosed(int municipality, Instant now, UUID logId, UUID report, UUID citizen);

  @Query(
      """
      select changed, cast(content as text) as content from gateway_resource
       where municipality_id = :municipality and report_id = :report order by position
      """)
  List<Stored> resources(int municipality, UUID report);

  @Query(
      """
      update gateway_report set state = 'ACCEPTED', in_hand = false, reason = null, accepted_at = :now, answered_at = :now
       where municipality_id = :municipality and id = :report and state = 'SENT'
      """)
  int accepted(int municipality, UUID report, Instant now);

  /** A later one under the same number was accepted in their place. */
  @Query(
      """
      update gateway_report set state = 'CORRECTED'
       where municipality_id = :municipality and citizen_id = :citizen and holder = :holder and number < :number
         and state in ('HELD', 'REFUSED')
      """)
  int replaced(int municipality, UUID citizen, int holder, long number);

  /** Something they told was taken back. */
  @Query(
      """
      update gateway_report p set state = 'CORRECTED'
       where p.municipality_id = :municipality and p.citizen_id = :citizen and p.number < :number and p.state = 'ACCEPTED'
         and exists (select from gateway_resource r
                      where r.municipality_id = p.municipality_id and r.report_id = p.id and r.changed
                        and r.resource_id = any(cast(:takenBack as uuid[])))
      """)
  int corrected(int municipality, UUID citizen, long number, String takenBack);

  @Query(
      """
      update gateway_report
         set state = :state, in_hand = false, reason = :reason, findings = cast(:findings as jsonb), answered_at = :now
       where municipality_id = :municipality and id = :report and state = 'SENT'
      """)
  int stopped(
      int municipality, UUID report, String state, String reason, String findings, Instant now);

  /** They were made in the belief that the one that was stopped would be taken. */
  @Query(
      """
      update gateway_report set state = 'HELD', reason = 'EARLIER_REFUSED', findings = cast(:findings as jsonb)
       where municipality_id = :municipality and citizen_id = :citizen and holder = :holder and number > :number
         and state = 'WAITING'
      """)
  int heldBack(int municipality, UUID citizen, int holder, long number, String findings);

  @Query(
      """
      update gateway_report set in_hand = false, next_attempt_at = :nextAttempt
       where municipality_id = :municipality and id = :report and state = 'SENT'
      """)
  int later(int municipality, UUID report, Instant nextAttempt);
}
