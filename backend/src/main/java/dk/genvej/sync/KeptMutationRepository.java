package dk.genvej.sync;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeptMutationRepository extends GenericRepository<KeptMutation, UUID> {

  @Query(
      """
      select municipality_id, id, user_id, device_id, operation, path::text as path, base_version,
             body::text as body, body_hash, array_to_string(depends_on, ',') as depends_on,
             recorded_at, received_at, citizen_id, state, reason, assigned_to, decided_at,
             decided_by, decision, version
        from kept_mutation
       where municipality_id = :municipality and id = :mutation
      """)
  Optional<KeptMutation> find(int municipality, UUID mutation);

  /** What is kept under any of these ids, and what waits for another write of the same user. */
  @Query(
      """
      select id, user_id, state, body_hash, array_to_string(depends_on, ',') as depends_on, version
        from kept_mutation
       where municipality_id = :municipality
         and (id = any(cast(:mutations as uuid[])) or (user_id = :author and state = 'HELD'))
      """)
  List<Slip> slips(int municipality, String mutations, UUID author);

  /** A kept mutation without what was written. */
  @Introspected
  record Slip(
      UUID id, UUID userId, KeptState state, byte[] bodyHash, String dependsOn, int version) {}

  @Query(
      """
      select municipality_id, id, user_id, device_id, operation, path::text as path, base_version,
             body::text as body, body_hash, array_to_string(depends_on, ',') as depends_on,
             recorded_at, received_at, citizen_id, state, reason, assigned_to, decided_at,
             decided_by, decision, version
        from kept_mutation
       where municipality_id = :municipality and id = any(cast(:mutations as uuid[]))
      """)
  List<KeptMutation> all(int municipality, String mutations);

  /** All of them by one statement; one that is kept already stays as it is. */
  @Query(
      """
      insert into kept_mutation (municipality_id, id, user_id, device_id, operation, path,
             base_version, body, body_hash, depends_on, recorded_at, received_at, citizen_id, state,
             reason)
      select :municipality, k.id, :author, :device, k.operation, k.path, k.base_version, k.body,
             decode(k.body_hash, 'hex'), cast(k.depends_on as uuid[]), k.recorded_at, :now,
             k.citizen_id, k.state, k.reason
        from jsonb_to_recordset(cast(:rows as jsonb)) as k(id uuid, operation text, path jsonb,
             base_version int, body jsonb, body_hash text, depends_on text,
             recorded_at timestamptz, citizen_id uuid, state text, reason text)
      on conflict (municipality_id, id) do nothing
      """)
  int keep(int municipality, UUID author, @Nullable UUID device, Instant now, String rows);

  /** What became of those that waited here. */
  @Query(
      """
      update kept_mutation k
         set state = b.state, reason = b.reason, citizen_id = coalesce(k.citizen_id, b.citizen),
             decided_at = :now, version = k.version + 1
        from unnest(cast(:mutations as uuid[]), cast(:states as text[]), cast(:reasons as text[]),
                    cast(:citizens as uuid[])) as b(id, state, reason, citizen)
       where k.municipality_id = :municipality and k.id = b.id
      """)
  void became(
      int municipality,
      Instant now,
      String mutations,
      String states,
      String reasons,
      String citizens);

  /** Somebody's decision about one in quarantine. */
  @Query(
      """
      update kept_mutation
         set state = :outcome, decided_at = :at, decided_by = :by, decision = :why,
             version = version + 1
       where municipality_id = :municipality and id = :mutation
      """)
  void decide(
      int municipality, UUID mutation, String outcome, Instant at, UUID by, @Nullable String why);

  @Query(
      """
      update kept_mutation set assigned_to = :assignee, version = version + 1
       where municipality_id = :municipality and id = :mutation
      """)
  void assign(int municipality, UUID mutation, @Nullable UUID assignee);
}
