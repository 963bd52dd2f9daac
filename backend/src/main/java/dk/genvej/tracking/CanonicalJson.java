package dk.genvej.tracking;

import dk.genvej.shared.Ids;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that a hash is taken of, after RFC 8785: members sorted by name, no white
 * space, numbers as plain decimals without trailing zeros, what is absent left out. {@code {"b":
 * 120.0, "a": "x"}} is {@code {"a":"x","b":120}}.
 */
final class CanonicalJson {

  private static final int FIRST_PRINTABLE = 0x20;

  private CanonicalJson() {}

  static String of(Map<String, Object> object) {
    var text = new StringBuilder();
    write(text, object);
    return text.toString();
  }

  /** SHA-256 over the text in UTF-8, in lower case hex. */
  static String hash(String canonical) {
    return HexFormat.of().formatHex(Ids.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
  }

  private static void write(StringBuilder text, Object value) {
    switch (value) {
      case Map<?, ?> object -> object(text, object);
      case List<?> list -> list(text, list);
      case BigDecimal number -> text.append(plain(number));
      case Integer number -> text.append(number);
      case Boolean truth -> text.append(truth);
      default -> string(text, value.toString());
    }
  }

  private static void object(StringBuilder text, Map<?, ?> object) {
    var sorted = new TreeMap<String, Object>();
    object.forEach((name, value) -> sorted.put((String) name, value));
    text.append('{');
    var separator = "";
    for (var member : sorted.entrySet()) {
      text.append(separator);
      string(text, member.getKey());
      text.append(':');
      write(text, member.getValue());
      separator = ",";
    }
    text.append('}');
  }

  private static void list(StringBuilder text, List<?> list) {
    text.append('[');
    var separator = "";
    for (var value : list) {
      text.append(separator);
      write(text, value);
      separator = ",";
    }
    text.append(']');
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static void string(StringBuilder text, String value) {
    text.append('"');
    value.chars().forEach(one -> character(text, (char) one));
    text.append('"');
  }

  private static void character(StringBuilder text, char one) {
    switch (one) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case '\f' -> text.append("\\f");
      case '\r' -> text.append("\\r");
      default -> {
        if (one < FIRST_PRINTABLE) {
          text.append("\\u00").append(HexFormat.of().toHexDigits((byte) one));
        } else {
          text.append(one);
        }
      }
    }
  }
}
