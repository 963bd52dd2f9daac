package dk.genvej.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges what went over the wire by the contract; the judge is not written by us. */
public final class Contracts {

  /** The judge knows no streams: what it is shown of one is the data of its events, as JSON. */
  private static final String STREAM = "text/event-stream";

  private static final String JSON = "application/json";

  private static final OpenApiInteractionValidator JUDGE =
      OpenApiInteractionValidator.createForInlineApiSpecification(read())
          .withBasePathOverride("/api/v1")
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  private Contracts() {}

  static void judgeResponse(String method, URI uri, int status, HttpHeaders headers, String body) {
    if (headers.firstValue("Content-Type").orElse("").startsWith(STREAM)) {
      return;
    }
    var response = SimpleResponse.Builder.status(status).withBody(body);
    headers.firstValue("Content-Type").ifPresent(response::withContentType);
    var report =
        JUDGE.validateResponse(uri.getPath(), Request.Method.valueOf(method), response.build());
    fail(report, "answer to " + method + " " + uri.getPath(), body);
  }

  /** What is wrong with an answer that nobody gave; empty when it is as the contract says. */
  public static List<String> faults(
      String method, String path, int status, String mediaType, String body) {
    var response =
        SimpleResponse.Builder.status(status)
            .withBody(body)
            .withContentType(mediaType.replace(STREAM, JSON));
    return JUDGE
        .validateResponse("/api/v1" + path, Request.Method.valueOf(method), response.build())
        .getMessages()
        .stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(ValidationReport.Message::getMessage)
        .toList();
  }

  static void judgeRequest(
      String method, URI uri, java.util.Map<String, String> headers, String body) {
    var request = new SimpleRequest.Builder(Request.Method.valueOf(method), uri.getPath());
    headers.forEach(request::withHeader);
    if (uri.getQuery() != null) {
      for (var pair : uri.getQuery().split("&")) {
        request.withQueryParam(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    if (body != null) {
      request.withBody(body).withContentType("application/json");
    }
    fail(JUDGE.validateRequest(request.build()), "request " + method + " " + uri.getPath(), body);
  }

  private static void fail(ValidationReport report, String what, String body) {
    if (report.hasErrors()) {
      throw new AssertionError(
          what + " breaks the contract: " + report.getMessages() + "\n" + body);
    }
  }

  private static String read() {
    try (var in = Contracts.class.getResourceAsStream("/openapi/genvej.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\"" + STREAM + "\"", "\"" + JSON + "\"");
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
