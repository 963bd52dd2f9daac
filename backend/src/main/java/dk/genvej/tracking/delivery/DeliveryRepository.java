package dk.genvej.tracking.delivery;

import dk.genvej.tracking.OutcomeInstrument;
import dk.genvej.tracking.OutcomeVersion;
import dk.genvej.worker.WorkerTransactions;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries as the worker meets them; arrays that belong together do so by their places. */
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface DeliveryRepository extends GenericRepository<OutcomeVersion, UUID> {

  @Query(
      """
      insert into outcome_receiver (municipality_id, name, since)
      select id, :receiver, :now from municipality
       where id = any(cast(:municipalities as int[]))
          on conflict do nothing
      """)
  void register(String receiver, String municipalities, Instant now);

  /** Every receiver of every municipality. */
  @Query("select municipality_id as municipality, name from outcome_receiver order by 1, 2")
  List<Told> told();

  @Introspected
  record Told(int municipality, String name) {}

  /** Locked for the rest of the transaction, so that one at a time claims and one settles. */
  @Query(
      """
      select failures, hold_until, reconcile_at from outcome_receiver
       where municipality_id = :municipality and name = :receiver for update
      """)
  Standing standing(int municipality, String receiver);

  @Introspected
  record Standing(int failures, @Nullable Instant holdUntil, @Nullable Instant reconcileAt) {}

  /** A parked version whose place a later one has taken holds nobody up any more. */
  @Query(
      """
      update outcome_delivery d set state = 'SUPERSEDED', ended_at = :now,
             row_version = d.row_version + 1
        from outcome o
       where d.municipality_id = :municipality and d.receiver = :receiver and d.state = 'PARKED'
         and o.municipality_id = d.municipality_id and o.tracking_id = d.tracking_id
         and o.version = d.version and o.superseded_by is not null
      """)
  void letGo(int municipality, String receiver, Instant now);

  /** The first unsettled version of each course, the longest due first; taken ones are skipped. */
  @Query(
      """
      select d.id, d.tracking_id, d.version, d.attempts, d.refusals from outcome_delivery d
       where d.municipality_id = :municipality and d.receiver = :receiver and d.state = 'WAITING'
         and d.next_at <= :now and (d.claimed_until is null or d.claimed_until <= :now)
         and not exists (
             select from outcome_delivery e
              where e.municipality_id = d.municipality_id and e.receiver = d.receiver
                and e.tracking_id = d.tracking_id and e.version < d.version
                and e.state in ('WAITING', 'PARKED'))
       order by d.next_at, d.tracking_id limit :most
         for update skip locked
      """)
  List<DueDelivery> due(int municipality, String receiver, Instant now, int most);

  @Query(
      """
      update outcome_delivery set claimed_until = :until
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
      """)
  void claim(int municipality, String ids, Instant until);

  @Query(
      """
      select o.* from unnest(cast(:ids as uuid[]), cast(:versions as int[])) as w(id, version)
        join outcome o on o.municipality_id = :municipality and o.tracking_id = w.id
             and o.version = w.version
      """)
  List<OutcomeVersion> outcomes(int municipality, String ids, String versions);

  @Query(
      """
      select i.* from unnest(cast(:ids as uuid[]), cast(:versions as int[])) as w(id, version)
        join outcome_instrument i on i.municipality_id = :municipality and i.tracking_id = w.id
             and i.version = w.version
      """)
  List<OutcomeInstrument> instruments(int municipality, String ids, String versions);

  /** What was settled, decided or claimed meanwhile by somebody else stays so. */
  @Query(
      """
      update outcome_delivery d
         set state = s.state, next_at = s.next_at, status = s.status, reason = s.reason,
             attempts = d.attempts + 1, refusals = d.refusals + s.refused, claimed_until = null,
             ended_at = case when s.state = 'ACCEPTED' then cast(:now as timestamptz) end,
             row_version = d.row_version + 1
        from unnest(cast(:ids as uuid[]), cast(:states as text[]), cast(:next as timestamptz[]),
                    cast(:refused as int[]), cast(:statuses as int[]), cast(:reasons as text[]))
             as s(id, state, next_at, refused, status, reason)
       where d.municipality_id = :municipality and d.id = s.id and d.claimed_until = :claim
      """)
  void settle(
      int municipality,
      Instant claim,
      Instant now,
      String ids,
      String states,
      String next,
      String refused,
      String statuses,
      String reasons);

  /** What was claimed and not sent is there for the next. */
  @Query(
      """
      update outcome_delivery set claimed_until = null
       where municipality_id = :municipality and id = any(cast(:ids as uuid[]))
         and claimed_until = :claim
      """)
  void release(int municipality, Instant claim, String ids);

  @Query(
      """
      update outcome_receiver
         set failures = :failures, hold_until = :until, hold_reason = :reason,
             accepted_at = coalesce(cast(:accepted as timestamptz), accepted_at)
       where municipality_id = :municipality and name = :receiver
      """)
  void hold(
      int municipality,
      String receiver,
      int failures,
      @Nullable Instant until,
      @Nullable String reason,
      @Nullable Instant accepted);
}
