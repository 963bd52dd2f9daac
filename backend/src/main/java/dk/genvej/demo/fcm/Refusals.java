package dk.genvej.demo.fcm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;

/** The answers of FCM's table of errors, each in the form its documentation shows. */
final class Refusals {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Refusals() {}

  /** A field that is not as it must be; names the field, not FCM's own code. */
  static HttpReply.Answer invalidField(String field, String description) {
    var detail = detail("google.rpc.BadRequest");
    detail
        .putArray("fieldViolations")
        .addObject()
        .put("field", field)
        .put("description", description);
    return answer(400, "INVALID_ARGUMENT", description, detail);
  }

  static HttpReply.Answer invalidToken() {
    return answer(
        400,
        "INVALID_ARGUMENT",
        "The registration token is not a valid FCM registration token",
        fcm("INVALID_ARGUMENT"));
  }

  static HttpReply.Answer unauthenticated() {
    var plain =
        answer(
            401,
            "UNAUTHENTICATED",
            "Request had invalid authentication credentials.",
            detail("google.rpc.ErrorInfo").put("reason", "ACCESS_TOKEN_EXPIRED"));
    return with(plain, "WWW-Authenticate", "Bearer realm=\"x\", error=\"invalid_token\"");
  }

  static HttpReply.Answer senderIdMismatch() {
    return answer(403, "PERMISSION_DENIED", "SenderId mismatch", fcm("SENDER_ID_MISMATCH"));
  }

  static HttpReply.Answer unregistered() {
    return answer(404, "NOT_FOUND", "Requested entity was not found.", fcm("UNREGISTERED"));
  }

  /** Comes from Google's front before FCM is asked: no code of FCM's. */
  static HttpReply.Answer projectQuota(Duration wait) {
    var detail = detail("google.rpc.ErrorInfo").put("reason", "RATE_LIMIT_EXCEEDED");
    detail.putObject("metadata").put("consumer", "projects/1").put("service", "fcm.googleapis.com");
    return after(
        wait,
        answer(
            429,
            "RESOURCE_EXHAUSTED",
            "Quota exceeded for quota metric 'Sending requests'",
            detail));
  }

  static HttpReply.Answer deviceQuota(Duration wait) {
    var detail = detail("google.rpc.QuotaFailure");
    detail
        .putArray("violations")
        .addObject()
        .put("subject", "token")
        .put("description", "Device message rate exceeded");
    return after(
        wait, answer(429, "RESOURCE_EXHAUSTED", "Quota exceeded.", fcm("QUOTA_EXCEEDED"), detail));
  }

  static HttpReply.Answer internal() {
    return answer(500, "INTERNAL", "Internal error encountered.", fcm("INTERNAL"));
  }

  static HttpReply.Answer unavailable() {
    return answer(503, "UNAVAILABLE", "The service is currently unavailable.", fcm("UNAVAILABLE"));
  }

  static HttpReply.Answer after(Duration wait, HttpReply.Answer answer) {
    return with(answer, "Retry-After", Long.toString(wait.toSeconds()));
  }

  static HttpReply.Answer noSuchPath() {
    return answer(404, "NOT_FOUND", "The requested URL was not found on this server.");
  }

  private static HttpReply.Answer with(HttpReply.Answer answer, String header, String value) {
    return new HttpReply.Answer(answer.status(), Map.of(header, value), answer.json());
  }

  private static HttpReply.Answer answer(
      int code, String status, String message, ObjectNode... details) {
    var body = JSON.createObjectNode();
    var error = body.putObject("error").put("code", code).put("message", message);
    error.put("status", status);
    if (details.length > 0) {
      var array = error.putArray("details");
      for (var one : details) {
        array.add(one);
      }
    }
    return HttpReply.of(code, body.toString());
  }

  private static ObjectNode fcm(String code) {
    return detail("google.firebase.fcm.v1.FcmError").put("errorCode", code);
  }

  private static ObjectNode detail(String type) {
    return JSON.createObjectNode().put("@type", "type.googleapis.com/" + type);
  }
}
