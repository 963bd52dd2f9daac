package dk.genvej.notification;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's choices as the database tells them.
 *
 * @param muted kinds by comma
 * @param quietFrom HH:mm
 * @param quietUntil HH:mm
 */
@Introspected
record PreferenceRow(
    UUID userId,
    String muted,
    @Nullable String quietFrom,
    @Nullable String quietUntil,
    int version) {

  PushPreference preference() {
    var kinds = kinds().map(NotificationKind::valueOf).collect(Collectors.toUnmodifiableSet());
    return new PushPreference(kinds, quiet());
  }

  Stream<String> kinds() {
    return Arrays.stream(muted.split(",")).filter(kind -> !kind.isEmpty());
  }

  private @Nullable QuietHours quiet() {
    return quietFrom == null || quietUntil == null
        ? null
        : new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietUntil));
  }
}
