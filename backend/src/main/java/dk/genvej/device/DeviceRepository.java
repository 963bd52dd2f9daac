package dk.genvej.device;

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
interface DeviceRepository extends GenericRepository<Device, UUID> {

  void save(Device device);

  /** Holds a device's id to the end of the transaction, also one that nobody has registered. */
  @Query("select 1 from pg_advisory_xact_lock(hashtextextended(:named, 0))")
  int lock(String named);

  /** Everybody's use of a device: a few rows. */
  @Query("select * from device where municipality_id = :municipality and id = :device")
  List<Device> uses(int municipality, UUID device);

  /** What was erased is registered anew. */
  @Query(
      """
      update device set name = :newName, client_version = :newVersion, wiped_at = null,
             unsent_at_wipe = null, version = version + 1
       where municipality_id = :municipality and id = :device and user_id = :person
      """)
  void rename(int municipality, UUID device, UUID person, String newName, String newVersion);

  @Query(
      """
      update device set last_pulled_at = :now, waiting = :queued, need_attention = :stuck,
             oldest_waiting = cast(:oldest as timestamptz), client_version = :client
       where municipality_id = :municipality and id = :device and user_id = :person
      """)
  void pulled(
      int municipality,
      UUID device,
      UUID person,
      Instant now,
      int queued,
      int stuck,
      @Nullable Instant oldest,
      String client);

  @Query(
      """
      update device set last_pushed_at = :now, clock_skew = coalesce(cast(:skew as int), clock_skew)
       where municipality_id = :municipality and id = :device and user_id = :person
      """)
  void pushed(int municipality, UUID device, UUID person, Instant now, @Nullable Integer skew);

  /** Longest silent first; of everybody, or of those with a role in the coordinator's districts. */
  @Query(
      """
      select d.* from device d
       where d.municipality_id = :municipality
         and (cast(:only as uuid) is null or d.user_id = :only)
         and (:everybody or exists (
               select from membership h
                 join actor_scope s on s.municipality_id = h.municipality_id and s.kind = 'AREA'
                      and s.scope_id = h.unit_id and s.role = 'COORDINATOR'
                      and s.actor_key = :actorKey
                where h.municipality_id = d.municipality_id and h.user_id = d.user_id))
         and (greatest(d.registered_at, d.last_pulled_at, d.last_pushed_at), d.id, d.user_id)
             > (:after, :afterDevice, :afterUser)
       order by greatest(d.registered_at, d.last_pulled_at, d.last_pushed_at), d.id, d.user_id
       limit :most
      """)
  List<Device> page(
      int municipality,
      @Nullable UUID only,
      boolean everybody,
      UUID actorKey,
      Instant after,
      UUID afterDevice,
      UUID afterUser,
      int most);

  /** How many in the coordinator's districts use the device. */
  @Query(
      """
      select count(*) from device d
       where d.municipality_id = :municipality and d.id = :device and exists (
               select from membership h
                 join actor_scope s on s.municipality_id = h.municipality_id and s.kind = 'AREA'
                      and s.scope_id = h.unit_id and s.role = 'COORDINATOR'
                      and s.actor_key = :actorKey
                where h.municipality_id = d.municipality_id and h.user_id = d.user_id)
      """)
  long usesInDistricts(int municipality, UUID device, UUID actorKey);

  @Query(
      """
      update device set revoked_at = :now, revoked_by = :revoker, revoked_reason = :why,
             push_token = null, push_token_at = null, version = version + 1
       where municipality_id = :municipality and id = :device
      """)
  void revoke(int municipality, UUID device, Instant now, UUID revoker, String why);

  @Query(
      """
      update device set wiped_at = :at, unsent_at_wipe = :unsent, push_token = null,
             push_token_at = null, version = version + 1
       where municipality_id = :municipality and id = :device and user_id = :person
      """)
  void wiped(int municipality, UUID device, UUID person, Instant at, int unsent);

  @Query(
      """
      select count(*) from app_user
       where municipality_id = :municipality and id = :person and blocked_at is not null
      """)
  long blocked(int municipality, UUID person);

  /** A citizen whose data lies or lay on the device. */
  @Introspected
  record Holding(
      UUID citizenId,
      UUID userId,
      Instant since,
      @Nullable Instant removedAt,
      String name,
      LocalDate birthDate) {}

  /** By citizen; only those the actor coordinates today. */
  @Query(
      """
      select o.citizen_id, o.user_id, o.since, o.removed_at, z.name, z.birth_date
        from device_holding o
        join citizen z on z.municipality_id = o.municipality_id and z.id = o.citizen_id
       where o.municipality_id = :municipality and o.device_id = :device
         and exists (
               select from care_relation r
                 join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind
                      and s.scope_id = r.scope_id
                where r.municipality_id = o.municipality_id and r.citizen_id = o.citizen_id
                  and r.kind = 'AREA' and s.role = 'COORDINATOR' and s.actor_key = :actorKey
                  and r.from_day <= :today and (r.before_day is null or r.before_day > :today))
         and (o.citizen_id, o.user_id) > (:afterCitizen, :afterUser)
       order by o.citizen_id, o.user_id limit :most
      """)
  List<Holding> holdings(
      int municipality,
      UUID device,
      UUID actorKey,
      LocalDate today,
      UUID afterCitizen,
      UUID afterUser,
      int most);
}
