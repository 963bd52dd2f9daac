package dk.genvej.administration;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UserRepository extends GenericRepository<UnitRow, UUID> {

  @Introspected
  record UserLine(UUID id, String name, int version, boolean active) {}

  @Introspected
  record HeldRole(UUID userId, String role, UUID unitId) {}

  @Introspected
  record OpenCourse(UUID id, UUID citizenId) {}

  /** By name. {@code anybody}: also who has no role at all. */
  @Query(
      """
      select u.id, u.name, u.version, u.blocked_at is null as active
        from app_user u
       where u.municipality_id = :municipality and (u.name, u.id) > (:afterName, :afterId)
         and (:anybody or exists (
               select 1 from membership h
                where h.municipality_id = u.municipality_id and h.user_id = u.id
                  and (cast(:heldRole as text) is null or h.role = :heldRole)
                  and h.unit_id in (:places)))
       order by u.name, u.id limit :limit
      """)
  List<UserLine> page(
      int municipality,
      String afterName,
      UUID afterId,
      boolean anybody,
      @Nullable String heldRole,
      List<UUID> places,
      int limit);

  @Query(
      """
      select user_id, role, unit_id from membership
       where municipality_id = :municipality and user_id in (:users) order by role, unit_id
      """)
  List<HeldRole> roles(int municipality, List<UUID> users);

  @Query(
      """
      select user_id, role, unit_id from membership
       where municipality_id = :municipality and user_id = :userId and role = :heldRole
      """)
  List<HeldRole> units(int municipality, UUID userId, String heldRole);

  /** Holds the row to the end of the transaction, free for those who only refer to it. */
  @Query(
      """
      update app_user set version = version
       where municipality_id = :municipality and id = :userId
      """)
  int lock(int municipality, UUID userId);

  @Query("select version from app_user where municipality_id = :municipality and id = :userId")
  int version(int municipality, UUID userId);

  @Query(
      """
      update app_user set version = version + 1
       where municipality_id = :municipality and id = :userId
      """)
  void raiseVersion(int municipality, UUID userId);

  /** Open courses of a user whose citizen the actor coordinates today, in the order of locking. */
  @Query(
      """
      select c.id, c.citizen_id from course c
       where c.municipality_id = :municipality
         and (c.therapist_id = :userId or c.tovholder_id = :userId)
         and c.state in ('REFERRED', 'PLANNING', 'ACTIVE', 'PAUSED', 'EVALUATED')
         and exists (
               select 1 from care_relation r
                 join actor_scope s on s.municipality_id = r.municipality_id and s.kind = r.kind
                      and s.scope_id = r.scope_id
                where r.municipality_id = c.municipality_id and r.citizen_id = c.citizen_id
                  and r.kind = 'AREA' and s.role = 'COORDINATOR' and s.actor_key = :actorKey
                  and r.from_day <= :today and (r.before_day is null or r.before_day > :today))
       order by c.citizen_id, c.id
      """)
  List<OpenCourse> openCourses(int municipality, UUID userId, UUID actorKey, LocalDate today);
}
