package dk.genvej.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The hash of a version, as the contract says; written from the contract, not from the sender. */
final class Canonical {

  private static final ObjectMapper TEXTS = new ObjectMapper();

  private Canonical() {}

  static String hash(JsonNode body) {
    return sha256(text(body));
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  static String text(JsonNode node) {
    if (node.isObject()) {
      var members = new TreeMap<String, String>();
      node.properties().forEach(one -> members.put(one.getKey(), text(one.getValue())));
      return members.entrySet().stream()
          .map(one -> quoted(one.getKey()) + ":" + one.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(Canonical::text)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (node.isNumber()) {
      var number = node.decimalValue();
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return node.isTextual() ? quoted(node.textValue()) : node.asText();
  }

  /** Codes, dates and ids hold nothing that JSON's own short escapes do not cover. */
  private static String quoted(String text) {
    return TEXTS.valueToTree(text).toString();
  }
}
