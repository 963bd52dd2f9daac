package dk.genvej.device;

import dk.genvej.api.DevicesApi;
import dk.genvej.api.model.DeviceDraft;
import dk.genvej.api.model.DevicePage;
import dk.genvej.api.model.DeviceRevocation;
import dk.genvej.api.model.HoldingPage;
import dk.genvej.api.model.OwnDeviceList;
import dk.genvej.api.model.PushTokenDraft;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.WipeReceipt;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class DeviceController implements DevicesApi {

  private static final int LIMIT = 50;

  /** Nobody has more; who has sees the newest. */
  private static final int MOST_OWN = 50;

  private final Edge edge;
  private final Devices own;
  private final DeviceService devices;
  private final PushTokens tokens;
  private final DeviceViews views;

  DeviceController(
      Edge edge, Devices own, DeviceService devices, PushTokens tokens, DeviceViews views) {
    this.edge = edge;
    this.own = own;
    this.devices = devices;
    this.tokens = tokens;
    this.views = views;
  }

  @Override
  public HttpResponse<Receipt> registerDevice(DeviceDraft draft) {
    return edge.create(
        draft,
        work -> own.register(work, draft.getId(), draft.getName(), draft.getClientVersion()));
  }

  @Override
  public DevicePage listDevices(
      @Nullable UUID userId, @Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var place = Cursors.parse(cursor, DevicePlace.BEGINNING);
    var after = place.valueAs(text -> DevicePlace.parse(text, place.id()));
    return edge.read(work -> views.page(work, devices.page(work, userId, after, size + 1), size));
  }

  @Override
  public Receipt revokeDevice(UUID deviceId, DeviceRevocation body) {
    return edge.write(body, work -> devices.revoke(work, deviceId, body.getReason()));
  }

  @Override
  public Receipt confirmWipe(UUID deviceId, WipeReceipt body) {
    return edge.writeThoughBlocked(
        body,
        work ->
            devices.confirmWipe(work, deviceId, body.getErasedAt().toInstant(), body.getUnsent()));
  }

  @Override
  public HoldingPage listHoldings(UUID deviceId, @Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var after = Cursors.parse(cursor, new UUID(0, 0).toString());
    var citizen = after.valueAs(UUID::fromString);
    return edge.read(
        work ->
            views.holdings(
                work, devices.holdings(work, deviceId, citizen, after.id(), size + 1), size));
  }

  @Override
  public OwnDeviceList listOwnDevices() {
    return edge.read(work -> views.own(tokens.own(work, MOST_OWN)));
  }

  @Override
  public Receipt setPushToken(UUID deviceId, PushTokenDraft draft) {
    return edge.write(draft, work -> tokens.set(work, deviceId, draft.getToken()));
  }

  @Override
  public Receipt removePushToken(UUID deviceId) {
    return edge.write(null, work -> tokens.remove(work, deviceId));
  }
}
