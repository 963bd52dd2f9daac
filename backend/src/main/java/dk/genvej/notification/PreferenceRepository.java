package dk.genvej.notification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PreferenceRepository extends GenericRepository<PreferenceRow, UUID> {

  @Query(
      """
      select user_id, array_to_string(muted, ',') as muted, left(cast(quiet_from as text), 5) as quiet_from,
             left(cast(quiet_until as text), 5) as quiet_until, version
        from notification_preference
       where municipality_id = :municipality and user_id = :ofUser
      """)
  Optional<PreferenceRow> find(int municipality, UUID ofUser);

  /** None when somebody was faster. */
  @Query(
      """
      insert into notification_preference (municipality_id, user_id, muted, quiet_from, quiet_until, version)
      values (:municipality, :ofUser, cast(:kinds as text[]), cast(:quietFrom as time), cast(:quietUntil as time), :next)
      on conflict (municipality_id, user_id) do update
         set muted = excluded.muted, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
             version = excluded.version
       where notification_preference.version = excluded.version - 1
      """)
  int save(
      int municipality,
      UUID ofUser,
      String kinds,
      @Nullable String quietFrom,
      @Nullable String quietUntil,
      int next);
}
