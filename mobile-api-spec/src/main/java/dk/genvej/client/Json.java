package dk.genvej.client;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The contract's types to and from their JSON. */
final class Json {

  /** As the server writes: empty lists are told, only what is absent is left out. */
  private static final ObjectMapper MAPPER =
      ObjectMapper.create(
          Map.of("micronaut.serde.serialization.inclusion", "NON_NULL"), "dk.genvej.client");

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory does not fail", impossible);
    }
  }

  static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /**
   * @throws IOException when it is not the JSON of that type, for example cut off
   */
  static <T> T read(byte[] json, Class<T> type) throws IOException {
    try {
      var value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new IOException("null is no " + type.getSimpleName());
      }
      return value;
    } catch (RuntimeException malformed) {
      throw new IOException("not a " + type.getSimpleName(), malformed);
    }
  }
}
