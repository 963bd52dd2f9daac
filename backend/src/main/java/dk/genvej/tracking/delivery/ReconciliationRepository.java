package dk.genvej.tracking.delivery;

import dk.genvej.worker.WorkerTransactions;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = WorkerTransactions.DATA_SOURCE)
interface ReconciliationRepository extends GenericRepository<ReconciliationRepository.Ours, UUID> {

  /**
   * What a receiver is to hold, by month of the event: how many rows stand, and the hash over their
   * lines as the contract says. What it was spared is not among them.
   */
  @Query(
      """
      select cast(date_trunc('month', o.event_on) as date) as month, count(*)::int as many,
             encode(sha256(convert_to(string_agg(
               o.tracking_id || ' ' || o.version || ' ' || o.content_hash || E'\\n', ''
               order by o.tracking_id::text collate "C", o.version), 'UTF8')), 'hex') as hash
        from outcome_standing o
        join outcome_delivery d on d.municipality_id = o.municipality_id
         and d.tracking_id = o.tracking_id and d.version = o.version
         and d.receiver = :receiver and d.state <> 'SKIPPED'
       where o.municipality_id = :municipality
       group by 1 order by 1
      """)
  List<Ours> ours(int municipality, String receiver);

  @Introspected
  record Ours(LocalDate month, int many, String hash) {}

  @Query(
      """
      insert into outcome_reconciliation as r (municipality_id, receiver, month, our_count,
             our_hash, their_count, their_hash, compared_at)
      values (:municipality, :receiver, :month, :ourCount, :ourHash, :theirCount, :theirHash, :now)
          on conflict (municipality_id, receiver, month) do update
         set our_count = excluded.our_count, our_hash = excluded.our_hash,
             their_count = excluded.their_count, their_hash = excluded.their_hash,
             compared_at = excluded.compared_at
      """)
  void compared(
      int municipality,
      String receiver,
      LocalDate month,
      int ourCount,
      String ourHash,
      int theirCount,
      String theirHash,
      Instant now);

  @Query(
      """
      update outcome_receiver set reconcile_at = :next
       where municipality_id = :municipality and name = :receiver
      """)
  void next(int municipality, String receiver, Instant next);
}
