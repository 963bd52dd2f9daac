package dk.genvej.device;

import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.DevicePage;
import dk.genvej.api.model.HoldingPage;
import dk.genvej.api.model.OwnDevice;
import dk.genvej.api.model.OwnDeviceList;
import dk.genvej.api.model.PushState;
import dk.genvej.device.DeviceRepository.Holding;
import dk.genvej.device.PushTokenRepository.Own;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** Devices and what they hold as the API shows them. */
@Singleton
class DeviceViews {

  private final Refs refs;
  private final ClientVersion oldest;

  DeviceViews(Refs refs, Devices devices) {
    this.refs = refs;
    this.oldest = ClientVersion.parse(devices.oldestClient());
  }

  DevicePage page(Work work, List<Device> rows, int limit) {
    var shown = Cursors.page(rows, limit).stream().map(one -> view(work, one)).toList();
    return new DevicePage(shown).next(Cursors.next(rows, limit, DeviceViews::place));
  }

  HoldingPage holdings(Work work, List<Holding> rows, int limit) {
    var shown = Cursors.page(rows, limit).stream().map(one -> view(work, one)).toList();
    return new HoldingPage(shown)
        .next(
            Cursors.next(
                rows, limit, one -> new Cursors(one.citizenId().toString(), one.userId())));
  }

  OwnDeviceList own(List<Own> rows) {
    return new OwnDeviceList(rows.stream().map(DeviceViews::view).toList());
  }

  private static OwnDevice view(Own one) {
    return new OwnDevice(
            one.id(),
            one.version(),
            one.name(),
            one.clientVersion(),
            Refs.time(one.registeredAt()),
            pushState(one))
        .revokedAt(Refs.timeOrNull(one.revokedAt()))
        .pushTokenAt(Refs.timeOrNull(one.pushTokenAt()))
        .pushedAt(Refs.timeOrNull(one.pushedAt()))
        .pushProblem(one.pushProblem())
        .pushProblemAt(Refs.timeOrNull(one.pushProblemAt()));
  }

  /** A problem that was told of after the last push that went well stands. */
  private static PushState pushState(Own one) {
    if (one.pushTokenAt() == null) {
      return PushState.NO_TOKEN;
    }
    return one.pushProblem() == null ? PushState.READY : PushState.FAILING;
  }

  private static Cursors place(Device device) {
    var place = DevicePlace.of(device);
    return new Cursors(place.text(), place.userId());
  }

  private dk.genvej.api.model.Device view(Work work, Device device) {
    var health = DeviceHealth.of(device, oldest, work.now());
    return new dk.genvej.api.model.Device(
            device.id(),
            device.version(),
            refs.user(work, device.userId()),
            device.name(),
            dk.genvej.api.model.DeviceHealth.fromValue(health.name()),
            device.clientVersion(),
            Refs.time(device.registeredAt()),
            device.waiting(),
            device.needAttention())
        .lastPulledAt(Refs.timeOrNull(device.lastPulledAt()))
        .lastPushedAt(Refs.timeOrNull(device.lastPushedAt()))
        .oldestWaiting(Refs.timeOrNull(device.oldestWaiting()))
        .clockSkewSeconds(device.clockSkew())
        .revokedAt(Refs.timeOrNull(device.revokedAt()))
        .revokedReason(device.revokedReason())
        .wipedAt(Refs.timeOrNull(device.wipedAt()))
        .unsentAtWipe(device.unsentAtWipe());
  }

  private dk.genvej.api.model.Holding view(Work work, Holding one) {
    return new dk.genvej.api.model.Holding(
            new CitizenRef(one.citizenId(), one.name(), one.birthDate()),
            refs.user(work, one.userId()),
            Refs.time(one.since()))
        .removedAt(Refs.timeOrNull(one.removedAt()));
  }
}
