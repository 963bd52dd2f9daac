package dk.genvej.device;

import dk.genvej.audit.Change;
import dk.genvej.device.DeviceRepository.Holding;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Use cases about the devices of others: how they are doing, and what to do about a lost one (R69).
 * The administrator meets all of them, the coordinator those of staff in the own districts.
 */
@Singleton
public class DeviceService {

  private final DeviceRepository repository;
  private final Devices devices;

  DeviceService(DeviceRepository repository, Devices devices) {
    this.repository = repository;
    this.devices = devices;
  }

  /** Longest silent first. */
  List<Device> page(Work work, @Nullable UUID userId, DevicePlace after, int most) {
    return repository.page(
        work.municipality(),
        userId,
        work.actor().has(Role.ADMINISTRATOR),
        work.actor().scopeKey(),
        after.heard(),
        after.deviceId(),
        after.userId(),
        most);
  }

  /** Shut out for everybody who uses it. */
  Written revoke(Work work, UUID deviceId, String reason) {
    devices.lock(work, deviceId);
    requireReach(work, deviceId);
    var uses = devices.uses(work, deviceId);
    if (uses.stream().anyMatch(Device::revoked)) {
      throw RefusalException.of(ProblemCode.DEVICE_REVOKED);
    }
    repository.revoke(work.municipality(), deviceId, work.now(), work.actor().userId(), reason);
    return uses.stream()
        .map(use -> tell(work, "DeviceRevoked", use, work.recordedAt(), reason))
        .max(Comparator.comparingInt(Written::version))
        .orElseThrow();
  }

  /** Once, and only for a person or a device that is shut out. */
  Written confirmWipe(Work work, UUID deviceId, Instant erasedAt, int unsent) {
    var own =
        Devices.own(work, devices.uses(work, deviceId))
            .orElseThrow(() -> RefusalException.of(ProblemCode.DEVICE_NOT_REGISTERED));
    if (own.wiped() || !(own.revoked() || blocked(work))) {
      throw RefusalException.of(ProblemCode.WIPE_NOT_ORDERED);
    }
    var at = erasedAt.isAfter(work.now()) ? work.now() : erasedAt;
    repository.wiped(work.municipality(), deviceId, own.userId(), at, unsent);
    return tell(work, "DeviceWiped", own, at, null);
  }

  /** Of citizens in the own districts; a device that has nothing to do with them is not there. */
  List<Holding> holdings(Work work, UUID deviceId, UUID afterCitizen, UUID afterUser, int most) {
    var found =
        repository.holdings(
            work.municipality(),
            deviceId,
            work.actor().scopeKey(),
            work.today(),
            afterCitizen,
            afterUser,
            most);
    if (found.isEmpty()) {
      requireReach(work, deviceId);
    }
    work.discloseAll(found.stream().map(Holding::citizenId).toList());
    return found;
  }

  private void requireReach(Work work, UUID deviceId) {
    boolean reached =
        work.actor().has(Role.ADMINISTRATOR)
            ? !devices.uses(work, deviceId).isEmpty()
            : repository.usesInDistricts(work.municipality(), deviceId, work.actor().scopeKey())
                > 0;
    if (!reached) {
      throw RefusalException.of(ProblemCode.NOT_FOUND);
    }
  }

  private boolean blocked(Work work) {
    return repository.blocked(work.municipality(), work.actor().userId()) > 0;
  }

  private static Written tell(
      Work work, String kind, Device before, Instant at, @Nullable String reason) {
    var version = before.version() + 1;
    work.changed(new Change(kind, "device", before.id(), version, null, null, at, reason));
    return new Written(before.id(), version);
  }
}
