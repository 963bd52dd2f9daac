package dk.genvej.demo.fcm;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it came.
 *
 * @param headers by name in small letters
 */
record HttpCall(String method, String path, Map<String, String> headers, byte[] body) {

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
