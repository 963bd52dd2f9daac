package dk.genvej.tracking.delivery;

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

/** Deliveries as an operator meets them, and as they stand on a course. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeskRepository extends GenericRepository<DeskRepository.Queue, UUID> {

  @Query(
      """
      select r.id, r.version, r.name, r.since, r.hold_until, r.hold_reason, r.accepted_at,
             count(d.id) filter (where d.state = 'WAITING')::int as waiting,
             count(d.id) filter (where d.state = 'PARKED')::int as parked,
             min(d.enqueued_at) filter (where d.state = 'WAITING') as oldest
        from outcome_receiver r
        left join outcome_delivery d on d.municipality_id = r.municipality_id
             and d.receiver = r.name and d.state in ('WAITING', 'PARKED')
       where r.municipality_id = :municipality
       group by r.municipality_id, r.name order by r.name
      """)
  List<Queue> queues(int municipality);

  /** A receiver with what waits for it. */
  @Introspected
  record Queue(
      UUID id,
      int version,
      String name,
      Instant since,
      @Nullable Instant holdUntil,
      @Nullable String holdReason,
      @Nullable Instant acceptedAt,
      int waiting,
      int parked,
      @Nullable Instant oldest) {}

  @Query(
      """
      select id, name, version from outcome_receiver
       where municipality_id = :municipality and id = :receiverId
      """)
  Optional<Named> receiver(int municipality, UUID receiverId);

  @Introspected
  record Named(UUID id, String name, int version) {}

  /** Those of one state, by id. */
  @Query(
      """
      select d.id, d.row_version as version, d.tracking_id, d.version as outcome_version, o.event,
             o.operation, o.follow_up_month, o.event_on, d.state, d.enqueued_at, d.next_at,
             d.attempts, d.status, d.reason
        from outcome_delivery d
        join outcome o on o.municipality_id = d.municipality_id and o.tracking_id = d.tracking_id
             and o.version = d.version
       where d.municipality_id = :municipality and d.receiver = :receiver and d.state = :state
         and d.id > :after
       order by d.id limit :most
      """)
  List<Line> page(int municipality, String receiver, String state, UUID after, int most);

  @Introspected
  record Line(
      UUID id,
      int version,
      UUID trackingId,
      int outcomeVersion,
      String event,
      String operation,
      @Nullable Integer followUpMonth,
      LocalDate eventOn,
      String state,
      Instant enqueuedAt,
      Instant nextAt,
      int attempts,
      @Nullable Integer status,
      @Nullable String reason) {}

  /** Locked until the end of the transaction. */
  @Query(
      """
      select id, state, row_version as version from outcome_delivery
       where municipality_id = :municipality and id = :delivery for update
      """)
  Optional<Decidable> find(int municipality, UUID delivery);

  @Introspected
  record Decidable(UUID id, DeliveryState state, int version) {}

  @Query(
      """
      update outcome_delivery set state = 'WAITING', refusals = 0, next_at = :now,
             claimed_until = null, row_version = row_version + 1
       where municipality_id = :municipality and id = :delivery
      """)
  void retry(int municipality, UUID delivery, Instant now);

  @Query(
      """
      update outcome_delivery set state = 'SKIPPED', reason = :reason, ended_at = :now,
             claimed_until = null, row_version = row_version + 1
       where municipality_id = :municipality and id = :delivery
      """)
  void skip(int municipality, UUID delivery, String reason, Instant now);

  /** What waits for the receiver is due. */
  @Query(
      """
      update outcome_delivery set next_at = :now
       where municipality_id = :municipality and receiver = :receiver and state = 'WAITING'
      """)
  void due(int municipality, String receiver, Instant now);

  /** Compared when the worker comes by next; what held it back is let go. */
  @Query(
      """
      update outcome_receiver set reconcile_at = :now, hold_until = null, hold_reason = null,
             failures = 0, version = version + 1
       where municipality_id = :municipality and id = :receiverId
      """)
  void wake(int municipality, UUID receiverId, Instant now);

  @Query(
      """
      select month, our_count, our_hash, their_count, their_hash, compared_at
        from outcome_reconciliation
       where municipality_id = :municipality and receiver = :receiver and month < :before
       order by month desc limit :most
      """)
  List<Month> months(int municipality, String receiver, LocalDate before, int most);

  @Introspected
  record Month(
      LocalDate month,
      int ourCount,
      String ourHash,
      int theirCount,
      String theirHash,
      Instant comparedAt) {}

  /** What was told of a course, and what became of it at each receiver. */
  @Query(
      """
      select o.version, o.event, o.operation, o.follow_up_month, o.event_on, o.superseded_by,
             o.written_at, d.receiver, d.state, d.attempts, d.ended_at, d.reason
        from outcome_course k
        join outcome o on o.municipality_id = k.municipality_id and o.tracking_id = k.tracking_id
        left join outcome_delivery d on d.municipality_id = o.municipality_id
             and d.tracking_id = o.tracking_id and d.version = o.version
       where k.municipality_id = :municipality and k.course_id = :course
       order by o.version, d.receiver limit 200
      """)
  List<Told> ofCourse(int municipality, UUID course);

  @Introspected
  record Told(
      int version,
      String event,
      String operation,
      @Nullable Integer followUpMonth,
      LocalDate eventOn,
      @Nullable Integer supersededBy,
      Instant writtenAt,
      @Nullable String receiver,
      @Nullable DeliveryState state,
      @Nullable Integer attempts,
      @Nullable Instant endedAt,
      @Nullable String reason) {}
}
