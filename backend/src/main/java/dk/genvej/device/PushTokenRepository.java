package dk.genvej.device;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PushTokenRepository extends GenericRepository<Device, UUID> {

  /** The same token as before, still in use: no new version. */
  @Query(
      """
      update device set push_token_at = :now
       where municipality_id = :municipality and id = :device and user_id = :person
         and push_token = :token
      """)
  int renew(int municipality, UUID device, UUID person, String token, Instant now);

  /** Another token: whatever FCM said of the one before is over. */
  @Query(
      """
      update device set push_token = :token, push_token_at = :now, push_paused_until = null,
             push_problem = null, push_problem_at = null, version = version + 1
       where municipality_id = :municipality and id = :device and user_id = :person
      """)
  void set(int municipality, UUID device, UUID person, String token, Instant now);

  /** An app has one token: under another device's id it is what the app was before. */
  @Query(
      """
      update device set push_token = null, push_token_at = null, version = version + 1
       where municipality_id = :municipality and id <> :device
         and md5(push_token) = md5(:token) and push_token = :token
      """)
  void forgetElsewhere(int municipality, UUID device, String token);

  @Query(
      """
      update device set push_token = null, push_token_at = null, version = version + 1
       where municipality_id = :municipality and id = :device and user_id = :person
         and push_token is not null
      """)
  int remove(int municipality, UUID device, UUID person);

  /** Somebody's own use of a device. */
  @Introspected
  record Own(
      UUID id,
      int version,
      String name,
      String clientVersion,
      Instant registeredAt,
      @Nullable Instant revokedAt,
      @Nullable Instant pushTokenAt,
      @Nullable Instant pushedAt,
      @Nullable String pushProblem,
      @Nullable Instant pushProblemAt) {}

  /** A handful, the one registered last first. */
  @Query(
      """
      select id, version, name, client_version, registered_at, revoked_at, push_token_at, pushed_at,
             push_problem, push_problem_at
        from device where municipality_id = :municipality and user_id = :person
       order by registered_at desc, id desc limit :most
      """)
  List<Own> own(int municipality, UUID person, int most);
}
