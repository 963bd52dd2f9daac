package dk.genvej.device;

import dk.genvej.api.model.PullRequest;
import dk.genvej.audit.Change;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The device somebody works on: registered by each of its users for themselves, judged anew in
 * every request that syncs, so that a revoked one is refused in the very next (R69).
 */
@Singleton
public class Devices {

  private final DeviceRepository repository;
  private final ClientVersion oldest;

  Devices(DeviceRepository repository, DeviceSettings settings) {
    this.repository = repository;
    this.oldest = ClientVersion.parse(settings.oldestClient());
  }

  /** The oldest client that is given data. */
  public String oldestClient() {
    return oldest.toString();
  }

  /** Once more with another name or client is a new version; with the same, nothing. */
  Written register(Work work, UUID deviceId, String name, String clientVersion) {
    lock(work, deviceId);
    var uses = uses(work, deviceId);
    if (uses.stream().anyMatch(Device::revoked)) {
      throw RefusalException.of(ProblemCode.DEVICE_REVOKED);
    }
    var own = own(work, uses);
    if (own.isEmpty()) {
      repository.save(first(work, deviceId, name, clientVersion));
      return tell(work, "DeviceRegistered", deviceId, 1);
    }
    return again(work, own.get(), name, clientVersion);
  }

  public Standing standing(Work work, UUID deviceId) {
    return standing(work, uses(work, deviceId));
  }

  private static Standing standing(Work work, List<Device> uses) {
    var own = own(work, uses);
    return uses.stream()
        .filter(Device::revoked)
        .findFirst()
        .<Standing>map(revoked -> revoked(revoked, own))
        .orElseGet(
            () ->
                own.filter(use -> !use.wiped()).isPresent()
                    ? new Standing.Registered()
                    : new Standing.Unknown());
  }

  /**
   * Before anything is given to a device: it must be registered and alive. What it says of itself
   * is kept, unless it said the same within the last minute; what it leaves out is none.
   */
  public void pulling(Work work, PullRequest request) {
    var uses = uses(work, request.getDevice());
    switch (standing(work, uses)) {
      case Standing.Revoked _ -> throw RefusalException.of(ProblemCode.DEVICE_REVOKED);
      case Standing.Unknown _ -> throw RefusalException.of(ProblemCode.DEVICE_NOT_REGISTERED);
      case Standing.Registered _ -> requireNewEnough(request.getClientVersion());
    }
    var report = report(request);
    if (own(work, uses).filter(use -> use.saidWithinAMinute(report, work.now())).isEmpty()) {
      pulled(work, request.getDevice(), report);
    }
  }

  private static DeviceReport report(PullRequest request) {
    var oldest = request.getOldestWaiting();
    return new DeviceReport(
        Objects.requireNonNullElse(request.getWaiting(), 0),
        Objects.requireNonNullElse(request.getNeedAttention(), 0),
        oldest == null ? null : oldest.toInstant().truncatedTo(ChronoUnit.MICROS),
        request.getClientVersion());
  }

  private void pulled(Work work, UUID deviceId, DeviceReport report) {
    repository.pulled(
        work.municipality(),
        deviceId,
        work.actor().userId(),
        work.now(),
        report.waiting(),
        report.needAttention(),
        report.oldestWaiting(),
        report.clientVersion());
  }

  /**
   * @param sentAt the device's clock as it sent, when it said so
   */
  public void pushed(Work work, UUID deviceId, @Nullable Instant sentAt) {
    var skew = sentAt == null ? null : skew(sentAt, work.now());
    repository.pushed(work.municipality(), deviceId, work.actor().userId(), work.now(), skew);
  }

  /** Nobody registers the device while it is revoked, and the other way round. */
  void lock(Work work, UUID deviceId) {
    repository.lock("device " + work.municipality() + " " + deviceId);
  }

  List<Device> uses(Work work, UUID deviceId) {
    return repository.uses(work.municipality(), deviceId);
  }

  static Optional<Device> own(Work work, List<Device> uses) {
    return uses.stream().filter(use -> use.userId().equals(work.actor().userId())).findFirst();
  }

  private void requireNewEnough(String clientVersion) {
    if (ClientVersion.parse(clientVersion).olderThan(oldest)) {
      throw RefusalException.of(ProblemCode.CLIENT_TOO_OLD);
    }
  }

  private Written again(Work work, Device own, String name, String clientVersion) {
    if (!own.wiped() && own.name().equals(name) && own.clientVersion().equals(clientVersion)) {
      return new Written(own.id(), own.version());
    }
    repository.rename(work.municipality(), own.id(), own.userId(), name, clientVersion);
    return tell(work, "DeviceRegistered", own.id(), own.version() + 1);
  }

  private static Standing revoked(Device revoked, Optional<Device> own) {
    return new Standing.Revoked(
        Objects.requireNonNull(revoked.revokedAt()),
        Objects.requireNonNull(revoked.revokedReason(), "a revoked device has a reason"),
        own.map(Device::wiped).orElse(false));
  }

  private static Device first(Work work, UUID deviceId, String name, String clientVersion) {
    return new Device(
        work.municipality(),
        deviceId,
        work.actor().userId(),
        name,
        clientVersion,
        work.now(),
        null,
        null,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        1);
  }

  private static int skew(Instant sentAt, Instant now) {
    return Math.clamp(Duration.between(now, sentAt).toSeconds(), -1_000_000_000, 1_000_000_000);
  }

  private static Written tell(Work work, String kind, UUID deviceId, int version) {
    work.changed(
        new Change(kind, "device", deviceId, version, null, null, work.recordedAt(), null));
    return new Written(deviceId, version);
  }
}
