package dk.genvej.push;

import dk.genvej.notification.NotificationKind;
import java.util.Map;
import java.util.UUID;

/**
 * All that a push says: there is a message of this kind under this id. A kind is one of twelve
 * codes and an id is drawn, so nothing about a person can get in (R63): there is no room for it.
 *
 * <p>Worked example: {@code {"v":"1","kind":"N4","id":"01944f3a-2c00-7d27-a055-735e800fd4b1"}}, 66
 * bytes as JSON.
 *
 * @param id of the row of the inbox, so that whoever hears of it twice shows it once
 */
record Wake(NotificationKind kind, UUID id) {

  /** Raised when a client must read the body otherwise. */
  static final String VERSION = "1";

  /** The most it may take as JSON (design § 5); FCM itself would take 4,096. */
  static final int MOST_BYTES = 256;

  /** As FCM carries it: texts by name. */
  Map<String, String> data() {
    return Map.of("v", VERSION, "kind", kind.name(), "id", id.toString());
  }
}
