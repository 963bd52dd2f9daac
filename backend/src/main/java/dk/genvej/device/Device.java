package dk.genvej.device;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's use of one device. The figures are what the device last said of itself.
 *
 * @param waiting writes that wait on it
 * @param needAttention how many of them the person must decide about
 * @param oldestWaiting by the device's clock
 * @param clockSkew seconds its clock is ahead of ours
 * @param unsentAtWipe writes that were lost when it was erased
 */
@MappedEntity("device")
record Device(
    @Id int municipalityId,
    @Id UUID id,
    @Id UUID userId,
    String name,
    String clientVersion,
    Instant registeredAt,
    @Nullable Instant lastPulledAt,
    @Nullable Instant lastPushedAt,
    int waiting,
    int needAttention,
    @Nullable Instant oldestWaiting,
    @Nullable Integer clockSkew,
    @Nullable Instant revokedAt,
    @Nullable String revokedReason,
    @Nullable Instant wipedAt,
    @Nullable Integer unsentAtWipe,
    int version) {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  boolean revoked() {
    return revokedAt != null;
  }

  boolean wiped() {
    return wipedAt != null;
  }

  /** Whether it said the very same less than a minute ago. */
  boolean saidWithinAMinute(DeviceReport report, Instant now) {
    return lastPulledAt != null
        && lastPulledAt.isAfter(now.minus(A_MINUTE))
        && new DeviceReport(waiting, needAttention, oldestWaiting, clientVersion).equals(report);
  }

  /** When anything came from it last; the order of the list, longest ago first. */
  Instant lastHeard() {
    var heard = later(registeredAt, lastPulledAt);
    return later(heard, lastPushedAt);
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }
}
