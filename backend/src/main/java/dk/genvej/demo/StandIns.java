package dk.genvej.demo;

import java.util.HashMap;
import java.util.Map;

/** Whom a demo plays because they lie outside; each keeps what it was sent, to be looked at. */
record StandIns(DemoTracking tracking, DemoGateway gateway) implements AutoCloseable {

  static StandIns start(DemoHome home) {
    var tracking = DemoTracking.start(home.tracking());
    try {
      return new StandIns(tracking, DemoGateway.start(home));
    } catch (RuntimeException failed) {
      tracking.close();
      throw failed;
    }
  }

  /** How the server reaches them. */
  Map<String, Object> settings() {
    var settings = new HashMap<>(tracking.settings());
    settings.putAll(gateway.settings());
    return settings;
  }

  /** What the pages of the demo look into. */
  Object[] beans() {
    return new Object[] {gateway.standIn()};
  }

  @Override
  public void close() {
    try (tracking;
        gateway) {
      // Each is ended, also when another fails to.
    }
  }
}
