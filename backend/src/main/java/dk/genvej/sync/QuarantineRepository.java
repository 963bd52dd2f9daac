package dk.genvej.sync;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuarantineRepository extends GenericRepository<KeptMutation, UUID> {

  /** Holds the row to the end of the transaction; 0 when absent or not for the actor to see. */
  @Query(
      """
      update kept_mutation set version = version
       where municipality_id = :municipality and id = :mutation
      """)
  int lock(int municipality, UUID mutation);

  /**
   * Oldest first: those handed over to the actor, those about citizens the actor coordinates, and
   * for every coordinator those about nobody who is known.
   */
  @Query(
      """
      select k.id, k.version, k.operation, k.user_id, k.citizen_id, k.reason, k.recorded_at,
             k.received_at, k.assigned_to, k.path::text as path_text, k.body::text as body_text,
             z.name, z.birth_date
        from kept_mutation k
        left join citizen z on z.municipality_id = k.municipality_id and z.id = k.citizen_id
       where k.municipality_id = :municipality and k.state = 'WAITING'
         and (k.assigned_to = :actor
              or k.citizen_id is null and exists (
               select from actor_scope s
                where s.municipality_id = k.municipality_id and s.actor_key = :actorKey
                  and s.role = 'COORDINATOR')
              or exists (
               select from care_relation r
                 join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind
                      and s.scope_id = r.scope_id
                where r.municipality_id = k.municipality_id and r.citizen_id = k.citizen_id
                  and r.kind = 'AREA' and s.role = 'COORDINATOR' and s.actor_key = :actorKey
                  and r.from_day <= :today and (r.before_day is null or r.before_day > :today)))
         and (k.received_at, k.id) > (:after, :afterId)
       order by k.received_at, k.id limit :most
      """)
  List<Line> page(
      int municipality,
      UUID actor,
      UUID actorKey,
      LocalDate today,
      Instant after,
      UUID afterId,
      int most);

  /** A waiting write with whom it is about, as far as the actor may see. */
  @Introspected
  record Line(
      UUID id,
      int version,
      String operation,
      UUID userId,
      @Nullable UUID citizenId,
      String reason,
      Instant recordedAt,
      Instant receivedAt,
      @Nullable UUID assignedTo,
      String pathText,
      @Nullable String bodyText,
      @Nullable String name,
      @Nullable LocalDate birthDate) {}
}
