package dk.genvej.demo.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What FCM v1 takes as a message ("REST Resource: projects.messages"), and its limits. */
final class MessageRules {

  static final int MOST_BYTES = 4_096;

  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "",
          Set.of("message", "validate_only"),
          "message",
          Set.of(
              "name",
              "data",
              "notification",
              "android",
              "webpush",
              "apns",
              "fcm_options",
              "token",
              "topic",
              "condition"),
          "message.android",
          Set.of(
              "collapse_key",
              "priority",
              "ttl",
              "restricted_package_name",
              "data",
              "notification",
              "fcm_options",
              "direct_boot_ok"),
          "message.webpush",
          Set.of("headers", "data", "notification", "fcm_options"),
          "message.apns",
          Set.of("headers", "payload", "fcm_options", "live_activity_token"));

  /** By path: how a text must look. */
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "message.android.ttl", Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?s"),
          "message.android.priority", Pattern.compile("(?i)normal|high"),
          "message.apns.headers.apns-priority", Pattern.compile("1|5|10"),
          "message.apns.headers.apns-expiration", Pattern.compile("[0-9]{1,12}"),
          "message.apns.headers.apns-collapse-id", Pattern.compile(".{1,64}"),
          "message.apns.headers.apns-push-type", Pattern.compile("alert|background"),
          "message.webpush.headers.TTL", Pattern.compile("[0-9]{1,9}"),
          "message.webpush.headers.Urgency", Pattern.compile("very-low|low|normal|high"),
          "message.webpush.headers.Topic", Pattern.compile("[A-Za-z0-9_-]{1,32}"));

  private static final Pattern RESERVED = Pattern.compile("from|message_type|google.*|gcm.*");

  /** As the client SDKs hand out: an instance id, a colon, the registration. */
  private static final Pattern TOKEN = Pattern.compile("[\\w-]{11,64}:APA91b[\\w-]{60,400}");

  private MessageRules() {}

  /** What is wrong, where; null when FCM would take it. */
  record Wrong(String field, String description) {}

  static @Nullable Wrong of(JsonNode request) {
    return Stream.of(
            unknown(request, ""),
            unknown(request.path("message"), "message"),
            unknown(request.at("/message/android"), "message.android"),
            unknown(request.at("/message/webpush"), "message.webpush"),
            unknown(request.at("/message/apns"), "message.apns"),
            target(request.path("message")),
            data(request.at("/message/data")),
            form(request),
            silentPriority(request.at("/message/apns")),
            size(request.path("message")))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  private static Optional<Wrong> unknown(JsonNode object, String at) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !KNOWN.getOrDefault(at, Set.of()).contains(name))
        .map(name -> new Wrong(at, "Invalid JSON payload received. Unknown name \"" + name + "\""))
        .findFirst();
  }

  private static Optional<Wrong> target(JsonNode message) {
    long named = Stream.of("token", "topic", "condition").filter(message::has).count();
    return named == 1
        ? Optional.empty()
        : Optional.of(new Wrong("message", "Exactly one of token, topic or condition is required"));
  }

  private static Optional<Wrong> data(JsonNode data) {
    for (var one : data.properties()) {
      if (!one.getValue().isTextual()) {
        return Optional.of(
            new Wrong("message.data[0].value", "Invalid value at 'message.data' (TYPE_STRING)"));
      }
      if (RESERVED.matcher(one.getKey()).matches()) {
        return Optional.of(new Wrong("message.data", "Invalid data payload key: " + one.getKey()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Wrong> form(JsonNode request) {
    return FORMS.entrySet().stream()
        .filter(form -> !fits(request.at("/" + form.getKey().replace('.', '/')), form.getValue()))
        .map(form -> new Wrong(form.getKey(), "Invalid value at '" + form.getKey() + "'"))
        .findFirst();
  }

  private static boolean fits(JsonNode value, Pattern form) {
    return value.isMissingNode() || form.matcher(value.asText()).matches();
  }

  /** Apple: priority 10 is an error for what shows, sounds and counts nothing. */
  private static Optional<Wrong> silentPriority(JsonNode apns) {
    var aps = apns.at("/payload/aps");
    boolean silent =
        aps.has("content-available") && Stream.of("alert", "badge", "sound").noneMatch(aps::has);
    return silent && apns.at("/headers/apns-priority").asText().equals("10")
        ? Optional.of(new Wrong("message.apns.headers.apns-priority", "BadPriority"))
        : Optional.empty();
  }

  private static Optional<Wrong> size(JsonNode message) {
    int bytes =
        message.path("data").properties().stream()
            .mapToInt(one -> length(one.getKey()) + length(one.getValue().asText()))
            .sum();
    bytes += message.has("notification") ? length(message.get("notification").toString()) : 0;
    return bytes <= MOST_BYTES
        ? Optional.empty()
        : Optional.of(new Wrong("message", "Message too big: " + bytes + " bytes"));
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
