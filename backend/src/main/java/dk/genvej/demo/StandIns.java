package dk.genvej.demo;

import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Whom a demo plays because they lie outside; each keeps what it was sent, to be looked at.
 *
 * @param fcmKey the key by which the server shows the stand-in of FCM who it is
 */
record StandIns(DemoTracking tracking, DemoGateway gateway, FcmStandIn fcm, Path fcmKey)
    implements AutoCloseable {

  /** So many pushes are kept to be looked at. */
  private static final int PUSHES_KEPT = 1_000;

  static StandIns start(DemoHome home) {
    var tracking = DemoTracking.start(home.tracking());
    try {
      return start(home, tracking, startFcm());
    } catch (RuntimeException failed) {
      tracking.close();
      throw failed;
    }
  }

  private static StandIns start(DemoHome home, DemoTracking tracking, FcmStandIn fcm) {
    try {
      return new StandIns(tracking, DemoGateway.start(home), fcm, home.fcmKey(fcm.keyFile()));
    } catch (RuntimeException failed) {
      fcm.close();
      throw failed;
    }
  }

  private static FcmStandIn startFcm() {
    try {
      return FcmStandIn.start("genvej-demo", SystemTime::machine, PUSHES_KEPT);
    } catch (IOException none) {
      throw new DemoException("There is no free port on 127.0.0.1.", none);
    }
  }

  /** How the server reaches them. */
  Map<String, Object> settings() {
    var settings = new HashMap<>(tracking.settings());
    settings.putAll(gateway.settings());
    settings.put("genvej.push.key-file", fcmKey.toString());
    settings.put("genvej.push.base-address", fcm.address());
    return settings;
  }

  /** What the pages of the demo look into. */
  Object[] beans() {
    return new Object[] {gateway.standIn(), fcm};
  }

  @Override
  public void close() {
    try (tracking;
        gateway;
        fcm) {
      // Each is ended, also when another fails to.
    }
  }
}
