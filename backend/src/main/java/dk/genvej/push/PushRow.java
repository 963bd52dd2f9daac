package dk.genvej.push;

import dk.genvej.notification.NotificationKind;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A push in hand, with all that decides whether it is still to be sent.
 *
 * @param attempts how often it was sent before
 * @param needless read or cancelled since
 * @param shutOut the recipient is blocked, or the device revoked or erased
 * @param token the device's now, which need not be the one it had when the push was made
 */
@Introspected
@MappedEntity("push")
record PushRow(
    @Id UUID notificationId,
    @Id UUID deviceId,
    UUID userId,
    String kind,
    int attempts,
    Instant madeAt,
    boolean needless,
    boolean shutOut,
    @Nullable String token) {

  Wake wake() {
    return new Wake(NotificationKind.valueOf(kind), notificationId);
  }

  @Override
  public String toString() {
    return kind + " " + notificationId + " to " + deviceId;
  }
}
