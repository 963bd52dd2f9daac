package dk.genvej.check.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All that may stand in a push on the wire (S12, R63): these fields, each in its form. Written by
 * hand from the design, not from the code that sends.
 */
public final class WireAllowList {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "N([1-9]|1[0-2])";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** The most that the wake-up itself may take as JSON. */
  private static final int MOST_BYTES = 256;

  private static final Map<String, Pattern> ALLOWED =
      Map.ofEntries(
          allow("/message/token", "[A-Za-z0-9_:-]+"),
          allow("/message/data/v", "1"),
          allow("/message/data/kind", KIND),
          allow("/message/data/id", UUID),
          allow("/message/android/priority", "high"),
          allow("/message/android/ttl", "[0-9]+s"),
          allow("/message/android/collapse_key", KIND),
          allow("/message/apns/headers/apns-push-type", "alert"),
          allow("/message/apns/headers/apns-priority", "10"),
          allow("/message/apns/headers/apns-expiration", "[0-9]{10}"),
          allow("/message/apns/headers/apns-collapse-id", KIND),
          allow("/message/apns/payload/aps/alert/loc-key", "GENVEJ_MESSAGE"),
          allow("/message/apns/payload/aps/content-available", "1"),
          allow("/message/apns/payload/aps/mutable-content", "1"),
          allow("/message/webpush/headers/TTL", "[0-9]+"),
          allow("/message/webpush/headers/Urgency", "high"),
          allow("/message/webpush/headers/Topic", KIND));

  private WireAllowList() {}

  private static Map.Entry<String, Pattern> allow(String path, String form) {
    return Map.entry(path, Pattern.compile(form));
  }

  /** What stands in a request and may not; empty when it is as it must be. */
  public static List<String> faults(String body) {
    JsonNode request;
    try {
      request = JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return List.of("not JSON");
    }
    var faults = new ArrayList<String>();
    var found = new TreeMap<String, String>();
    flatten("", request, found);
    found.forEach(
        (path, value) -> {
          var form = ALLOWED.get(path);
          if (form == null || !form.matcher(value).matches()) {
            faults.add(path);
          }
        });
    if (request.at("/message/data").toString().length() > MOST_BYTES) {
      faults.add("/message/data is too large");
    }
    return faults;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> found) {
    if (node.isObject()) {
      node.properties().forEach(one -> flatten(path + "/" + one.getKey(), one.getValue(), found));
    } else if (node.isArray()) {
      found.put(path, "[]");
    } else {
      found.put(path, node.asText());
    }
  }
}
