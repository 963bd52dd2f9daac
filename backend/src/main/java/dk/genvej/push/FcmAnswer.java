package dk.genvej.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auth.Retryable;
import com.google.firebase.ErrorCode;
import com.google.firebase.FirebaseException;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.MessagingErrorCode;
import dk.genvej.shared.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal of FCM means for a push, by FCM's table of errors (REST v1, "ErrorCode").
 *
 * <p>Of a 400 only one that speaks of the token costs the device its token: our messages are all
 * made alike, so one that names another field is a fault of ours. A token of another project (403)
 * is kept, as the wrong key would otherwise empty the whole register.
 */
final class FcmAnswer {

  /** FCM: after a quota without Retry-After, a minute at least. */
  private static final Duration AFTER_QUOTA = Duration.ofMinutes(1);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable IncomingHttpResponse response;
  private final JsonNode body;

  private FcmAnswer(@Nullable IncomingHttpResponse response) {
    this.response = response;
    this.body = response == null ? JSON.missingNode() : read(response.getContent());
  }

  static SendResult of(FirebaseMessagingException refused) {
    var answer = new FcmAnswer(refused.getHttpResponse());
    var code = refused.getMessagingErrorCode();
    return code == null ? answer.withoutCode(refused) : answer.withCode(code);
  }

  private SendResult withCode(MessagingErrorCode code) {
    return switch (code) {
      case UNREGISTERED -> new SendResult.DeadToken(PushProblem.UNREGISTERED);
      case INVALID_ARGUMENT -> invalid();
      case SENDER_ID_MISMATCH -> new SendResult.Rejected(PushProblem.SENDER_ID_MISMATCH);
      case QUOTA_EXCEEDED -> quota();
      case THIRD_PARTY_AUTH_ERROR -> again(PushProblem.THIRD_PARTY_AUTH);
      case UNAVAILABLE -> again(PushProblem.UNAVAILABLE);
      case INTERNAL -> again(PushProblem.INTERNAL);
    };
  }

  /** Google's own front answers without a code of FCM's: quotas of the project, access, outages. */
  private SendResult withoutCode(FirebaseException refused) {
    if (response == null) {
      return new SendResult.Unavailable(withoutAnswer(refused));
    }
    return switch (response.getStatusCode()) {
      case 400 -> invalid();
      case 401 -> again(PushProblem.UNAUTHENTICATED);
      case 403 -> again(PushProblem.PERMISSION_DENIED);
      case 429 -> quota();
      case 500 -> again(PushProblem.INTERNAL);
      case 502, 503, 504 -> again(PushProblem.UNAVAILABLE);
      default ->
          again(
              refused.getErrorCode() == ErrorCode.UNAVAILABLE
                  ? PushProblem.UNAVAILABLE
                  : PushProblem.UNKNOWN);
    };
  }

  /** Nothing came back: no network, or the key was refused before anything was sent. */
  private static PushProblem withoutAnswer(FirebaseException failed) {
    return failed.getCause() instanceof Retryable access && !access.isRetryable()
        ? PushProblem.UNAUTHENTICATED
        : PushProblem.NETWORK;
  }

  private SendResult invalid() {
    var fields =
        details("BadRequest").stream()
            .flatMap(one -> stream(one.path("fieldViolations")))
            .map(one -> one.path("field").asText())
            .toList();
    return fields.stream().allMatch("message.token"::equals) && named("INVALID_ARGUMENT")
        ? new SendResult.DeadToken(PushProblem.TOKEN_INVALID)
        : new SendResult.Rejected(PushProblem.MESSAGE_INVALID);
  }

  /** Without a word about a device it is the project that is to wait: the safer of the two. */
  private SendResult quota() {
    boolean device =
        details("QuotaFailure").stream()
            .flatMap(one -> stream(one.path("violations")))
            .map(one -> one.path("subject").asText() + " " + one.path("description").asText())
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("device"));
    var problem = device ? PushProblem.DEVICE_QUOTA : PushProblem.PROJECT_QUOTA;
    return new SendResult.RetryAfter(problem, retryAfter().orElse(AFTER_QUOTA), !device);
  }

  private SendResult again(PushProblem problem) {
    return retryAfter()
        .<SendResult>map(wait -> new SendResult.RetryAfter(problem, wait, true))
        .orElseGet(() -> new SendResult.Unavailable(problem));
  }

  private boolean named(String code) {
    return details("FcmError").stream()
        .anyMatch(one -> one.path("errorCode").asText().equals(code));
  }

  private List<JsonNode> details(String type) {
    return stream(body.at("/error/details"))
        .filter(one -> one.path("@type").asText().endsWith("." + type))
        .toList();
  }

  /** A date is held against the answer's own: both are FCM's clock. */
  private Optional<Duration> retryAfter() {
    var now = header("date").flatMap(RetryAfter::date);
    return header("retry-after").flatMap(told -> RetryAfter.read(told, now));
  }

  private Optional<String> header(String name) {
    return response == null
        ? Optional.empty()
        : response.getHeaders().entrySet().stream()
            .filter(one -> one.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .map(value -> value instanceof Iterable<?> many ? many.iterator().next() : value)
            .map(value -> String.valueOf(value).strip())
            .findFirst();
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private static JsonNode read(@Nullable String content) {
    try {
      return content == null ? JSON.missingNode() : JSON.readTree(content);
    } catch (JsonProcessingException notJson) {
      return JSON.missingNode();
    }
  }
}
