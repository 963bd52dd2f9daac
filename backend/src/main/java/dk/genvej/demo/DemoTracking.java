package dk.genvej.demo;

import dk.genvej.receiver.Receiver;
import dk.genvej.receiver.ReceiverOptions;
import dk.genvej.receiver.Weather;
import dk.genvej.shared.SystemTime;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The demo's stand-in of central tracking: the reference receiver, in this process. What it
 * received can be looked at, and stays over restarts as the rest of the demo does.
 */
final class DemoTracking implements AutoCloseable {

  private static final String PREFIX = "genvej.tracking.receivers.stand-in.";

  private final Receiver receiver;
  private final String token;

  private DemoTracking(Receiver receiver, String token) {
    this.receiver = receiver;
    this.token = token;
  }

  static DemoTracking start(Path folder) {
    var token = UUID.randomUUID().toString();
    var options = new ReceiverOptions(0, folder, token, null, null, true);
    return new DemoTracking(Receiver.start(options, Weather.CALM, SystemTime::machine), token);
  }

  /** How the server finds it, and for whom. */
  Map<String, Object> settings() {
    return Map.of(
        PREFIX + "url", receiver.url(),
        PREFIX + "token", token,
        PREFIX + "municipalities",
            DemoMunicipalities.both().stream()
                .map(one -> Integer.toString(one.code()))
                .collect(Collectors.joining(",")));
  }

  /** Where to look at what it received. */
  String received() {
    return receiver.url() + "/received";
  }

  @Override
  public void close() {
    receiver.close();
  }
}
