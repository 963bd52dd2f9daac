package dk.genvej.tracking.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.shared.RetryAfter;
import jakarta.inject.Singleton;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the gateway's answers. The guide does not say how a duplicate is answered, so it is known
 * by FHIR's own issue code, under whatever status; and a status alone parks nothing at once.
 */
@Singleton
final class OperationOutcomes {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("[0-9]{6}-?[0-9]{4}");
  private static final String DUPLICATE = "duplicate";
  private static final int MOST_TEXT = 300;

  /** Not about the report: who we are, where we asked, or how busy they are. */
  private static final Set<Integer> NOT_THE_REPORT = Set.of(401, 403, 404, 405, 408, 425, 429);

  Answer read(int status, HttpHeaders headers, String body) {
    var issues = issues(body);
    if (issues.stream().anyMatch(issue -> DUPLICATE.equals(issue.path("code").asText()))) {
      return new Answer.Delivered(true);
    }
    if (status >= 200 && status < 300) {
      return new Answer.Delivered(false);
    }
    if (status >= 500 || NOT_THE_REPORT.contains(status)) {
      return new Answer.Later("status " + status, retryAfter(headers));
    }
    return issues.isEmpty()
        ? new Answer.Unexplained(status)
        : new Answer.Refused(errors(issues).map(OperationOutcomes::text).toList());
  }

  private static List<JsonNode> issues(String body) {
    try {
      var outcome = JSON.readTree(body);
      return "OperationOutcome".equals(outcome.path("resourceType").asText())
          ? StreamSupport.stream(outcome.path("issue").spliterator(), false).toList()
          : List.of();
    } catch (JsonProcessingException _) {
      return List.of(); // A page of somebody between us and the gateway: the status says enough.
    }
  }

  /** Those that are no mere warnings, unless there is nothing else. */
  private static Stream<JsonNode> errors(List<JsonNode> issues) {
    var errors =
        issues.stream()
            .filter(issue -> Set.of("error", "fatal").contains(issue.path("severity").asText()))
            .toList();
    return (errors.isEmpty() ? issues : errors).stream();
  }

  private static String text(JsonNode issue) {
    var told =
        Stream.of(
                issue.at("/details/coding/0/code").asText(),
                issue.path("code").asText(),
                issue.at("/details/text").asText(),
                issue.path("diagnostics").asText())
            .filter(part -> !part.isBlank())
            .distinct()
            .toList();
    var text = NUMBER.matcher(String.join(" · ", told)).replaceAll("**********");
    return text.substring(0, Math.min(MOST_TEXT, text.length()));
  }

  /** A date is held against the answer's own: both are the gateway's clock. */
  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    var now = headers.firstValue("Date").flatMap(RetryAfter::date);
    return headers.firstValue("Retry-After").flatMap(told -> RetryAfter.read(told, now));
  }
}
