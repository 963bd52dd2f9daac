package dk.genvej.access;

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

/** Users, units and scopes: what turns a token into an {@link Actor}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccessRepository extends GenericRepository<Unit, UUID> {

  @Query("select set_config('app.actor', :actorKey, true)")
  String enterActor(String actorKey);

  /** The actor of this transaction. */
  @Query("select current_setting('app.actor')")
  String actorKey();

  /**
   * One round trip that sets municipality, day and expected actor on this transaction (row level
   * security reads them) and answers everything that may have changed since the last request: the
   * user, the version of the units, and the substitutions that cover today with the absent one's
   * units.
   *
   * @param expectedKey the actor if nothing has changed; empty, which sees nobody, if not known
   * @param device the one the request names, if any
   */
  @Query(
      """
      select user_id, blocked, device_revoked, units_version, absent_id, lent_role, lent_unit_id
        from arrive(:municipality, :today, :subject, :expectedKey, cast(:device as uuid))
      """)
  List<Arrival> arrive(
      int municipality, LocalDate today, String subject, String expectedKey, @Nullable UUID device);

  /** One row per lent unit, or one row without. No row: the municipality is unknown here. */
  @Introspected
  record Arrival(
      @Nullable UUID userId,
      boolean blocked,
      boolean deviceRevoked,
      int unitsVersion,
      @Nullable UUID absentId,
      @Nullable String lentRole,
      @Nullable UUID lentUnitId) {}

  @Query("select * from unit where municipality_id = :municipality")
  List<Unit> units(int municipality);

  @Query(
      """
      insert into app_user (municipality_id, id, subject, name, first_seen_at)
      values (:municipality, :id, :subject, :name, :now)
      on conflict do nothing
      """)
  void addUser(int municipality, UUID id, String subject, String name, Instant now);

  @Query(
      """
      insert into membership (municipality_id, user_id, role, unit_id)
      select :municipality, :userId, :role, u.id from unit u where u.municipality_id = :municipality and u.id = :unitId
      on conflict do nothing
      """)
  void addMembership(int municipality, UUID userId, String role, UUID unitId);

  @Query("delete from membership where municipality_id = :municipality and user_id = :userId")
  void clearMemberships(int municipality, UUID userId);

  @Query(
      """
      insert into actor_scope (municipality_id, actor_key, kind, scope_id, role)
      values (:municipality, :actorKey, :kind, :scopeId, :role)
      on conflict do nothing
      """)
  void addScope(int municipality, UUID actorKey, String kind, UUID scopeId, String role);

  /** Whether an actor's scope is stored; its rows are written together. */
  @Query(
      """
      select exists (select from actor_scope
                      where municipality_id = :municipality and actor_key = :actorKey)
      """)
  boolean stands(int municipality, UUID actorKey);

  /**
   * In which capacities the actor meets the citizen today; a course's own relations only for it.
   */
  @Query(
      """
      select distinct s.role, r.kind as relation
        from care_relation r
        join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
       where r.municipality_id = :municipality and r.citizen_id = :citizenId and s.actor_key = :actorKey
         and (r.course_id is null or cast(:courseId as uuid) is null or r.course_id = :courseId)
         and r.from_day <= :today and (r.before_day is null or r.before_day > :today)
      """)
  List<StandingRow> standings(
      int municipality, UUID actorKey, UUID citizenId, @Nullable UUID courseId, LocalDate today);

  @Introspected
  record StandingRow(String role, String relation) {}

  /** As {@link #standings} for many citizens, each with the course it comes by. */
  @Query(
      """
      select r.citizen_id, r.course_id, s.role, r.kind as relation
        from care_relation r
        join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
       where r.municipality_id = :municipality and r.citizen_id = any(cast(:citizens as uuid[]))
         and s.actor_key = :actorKey
         and r.from_day <= :today and (r.before_day is null or r.before_day > :today)
      """)
  List<MeetingRow> meetings(int municipality, UUID actorKey, String citizens, LocalDate today);

  /** Relations that ended since a day; and the user's own as therapist, ended or not. */
  @Query(
      """
      select r.citizen_id, r.course_id, s.role, r.kind as relation
        from care_relation r
        join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind and s.scope_id = r.scope_id
       where r.municipality_id = :municipality and r.citizen_id = any(cast(:citizens as uuid[]))
         and s.actor_key = :actorKey and r.from_day <= :today
         and r.before_day > :since and r.before_day <= :today
      union all
      select r.citizen_id, r.course_id, 'THERAPIST', r.kind
        from care_relation r
       where r.municipality_id = :municipality and r.citizen_id = any(cast(:citizens as uuid[]))
         and r.kind = 'THERAPIST' and r.scope_id = :userId and r.from_day <= :today
         and (r.before_day is null or r.before_day > :since)
      """)
  List<MeetingRow> past(
      int municipality,
      UUID actorKey,
      UUID userId,
      String citizens,
      LocalDate since,
      LocalDate today);

  @Introspected
  record MeetingRow(UUID citizenId, @Nullable UUID courseId, String role, String relation) {}
}
