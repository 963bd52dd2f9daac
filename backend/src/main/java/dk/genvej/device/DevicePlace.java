package dk.genvej.device;

import java.time.Instant;
import java.util.UUID;

/** A place in the list of devices: when it was heard of, and whose use of which it is. */
record DevicePlace(Instant heard, UUID deviceId, UUID userId) {

  /** Before all of them. */
  static final String BEGINNING = Instant.EPOCH + " " + new UUID(0, 0);

  static DevicePlace of(Device device) {
    return new DevicePlace(device.lastHeard(), device.id(), device.userId());
  }

  /**
   * @param text as {@link #text} wrote it
   */
  static DevicePlace parse(String text, UUID userId) {
    var cut = text.indexOf(' ');
    if (cut < 0) {
      throw new IllegalArgumentException("not a place in the list of devices");
    }
    return new DevicePlace(
        Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)), userId);
  }

  String text() {
    return heard + " " + deviceId;
  }
}
