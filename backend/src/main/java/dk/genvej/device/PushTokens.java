package dk.genvej.device;

import dk.genvej.audit.Change;
import dk.genvej.device.PushTokenRepository.Own;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * The addresses at which a person's devices are woken. A device used by several people has its
 * app's one token under each of them, for as long as they want to be woken on it.
 */
@Singleton
public class PushTokens {

  private final PushTokenRepository repository;
  private final Devices devices;

  PushTokens(PushTokenRepository repository, Devices devices) {
    this.repository = repository;
    this.devices = devices;
  }

  /** The same token again says that it is still in use, and is no new version. */
  Written set(Work work, UUID deviceId, String token) {
    devices.lock(work, deviceId);
    var own = requireOwn(work, deviceId);
    int municipality = work.municipality();
    if (repository.renew(municipality, deviceId, own.userId(), token, work.now()) > 0) {
      return new Written(deviceId, own.version());
    }
    repository.forgetElsewhere(municipality, deviceId, token);
    repository.set(municipality, deviceId, own.userId(), token, work.now());
    return tell(work, "PushTokenSet", own);
  }

  /** Without one it is no new version either. */
  Written remove(Work work, UUID deviceId) {
    devices.lock(work, deviceId);
    var own = requireOwn(work, deviceId);
    return repository.remove(work.municipality(), deviceId, own.userId()) > 0
        ? tell(work, "PushTokenRemoved", own)
        : new Written(deviceId, own.version());
  }

  /** The actor's own devices. */
  List<Own> own(Work work, int most) {
    return repository.own(work.municipality(), work.actor().userId(), most);
  }

  private Device requireOwn(Work work, UUID deviceId) {
    var uses = devices.uses(work, deviceId);
    if (uses.stream().anyMatch(Device::revoked)) {
      throw RefusalException.of(ProblemCode.DEVICE_REVOKED);
    }
    return Devices.own(work, uses)
        .filter(use -> !use.wiped())
        .orElseThrow(() -> RefusalException.of(ProblemCode.DEVICE_NOT_REGISTERED));
  }

  private static Written tell(Work work, String kind, Device before) {
    var version = before.version() + 1;
    work.changed(
        new Change(kind, "device", before.id(), version, null, null, work.recordedAt(), null));
    return new Written(before.id(), version);
  }
}
