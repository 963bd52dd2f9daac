package dk.genvej.device;

import java.time.Duration;
import java.time.Instant;

/**
 * How one person's sync on a device is doing, the worst first: what calls for somebody's hand hides
 * what only takes time.
 *
 * <p>Worked example, at 12:00 on 15 January. Heard of at 11:50 with nothing waiting: OK. Heard of
 * last at 11:59 on the 14th: SILENT, as that is more than a day ago; at 12:00 that day it is still
 * OK. Two writes waiting since 10:00 on the 14th: WAITING, and ATTENTION if one of them needs the
 * person. A clock an hour ahead says 10:30 of what was written at 9:30.
 */
enum DeviceHealth {
  OK,
  SILENT,
  WAITING,
  ATTENTION,
  OUTDATED,
  REVOKED,
  WIPED;

  private static final Duration PATIENCE = Duration.ofDays(1);

  static DeviceHealth of(Device device, ClientVersion oldest, Instant now) {
    if (device.wiped()) {
      return WIPED;
    }
    if (device.revoked()) {
      return REVOKED;
    }
    if (ClientVersion.parse(device.clientVersion()).olderThan(oldest)) {
      return OUTDATED;
    }
    return ofQueue(device, now.minus(PATIENCE));
  }

  private static DeviceHealth ofQueue(Device device, Instant patient) {
    if (device.needAttention() > 0) {
      return ATTENTION;
    }
    if (waitsSinceBefore(device, patient)) {
      return WAITING;
    }
    return device.lastHeard().isBefore(patient) ? SILENT : OK;
  }

  private static boolean waitsSinceBefore(Device device, Instant patient) {
    var oldest = device.oldestWaiting();
    var ahead = device.clockSkew();
    return device.waiting() > 0
        && oldest != null
        && oldest.minusSeconds(ahead == null ? 0 : ahead).isBefore(patient);
  }
}
