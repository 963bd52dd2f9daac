package dk.genvej.http;

import dk.genvej.api.model.Problem;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes every answer that is a "no": RFC 9457, in the caller's language, from one catalogue. */
@Singleton
final class Problems {

  private static final String TYPE = "urn:genvej:problem:";
  private static final String MEDIA_TYPE = "application/problem+json";

  private final ProblemTexts texts;

  Problems(ProblemTexts texts) {
    this.texts = texts;
  }

  MutableHttpResponse<Problem> of(HttpRequest<?> request, ProblemCode code) {
    return of(request, code, List.of());
  }

  MutableHttpResponse<Problem> of(
      HttpRequest<?> request, ProblemCode code, List<Violation> violations) {
    return answer(request, code, null, violations, null);
  }

  /** The first refusal names the problem; when there are more, all of them are told. */
  MutableHttpResponse<Problem> of(
      HttpRequest<?> request, List<Refusal> refusals, @Nullable Integer currentVersion) {
    var language = Language.of(request);
    var first = refusals.getFirst();
    var violations =
        refusals.size() == 1 && first.pointer() == null
            ? List.<Violation>of()
            : refusals.stream().map(refusal -> violation(refusal, language)).toList();
    return answer(request, first.code(), first, violations, currentVersion);
  }

  private MutableHttpResponse<Problem> answer(
      HttpRequest<?> request,
      ProblemCode code,
      @Nullable Refusal refusal,
      List<Violation> violations,
      @Nullable Integer currentVersion) {
    var language = Language.of(request);
    var problem =
        new Problem(
            TYPE + code.name(),
            texts.title(code, language),
            code.status(),
            code.name(),
            refusal == null ? texts.detail(code, language) : texts.detail(refusal, language));
    problem.setInstance("urn:genvej:request:" + Requests.id(request));
    if (!violations.isEmpty()) {
      problem.setViolations(violations.stream().map(Problems::body).toList());
    }
    problem.setCurrentVersion(currentVersion);
    return HttpResponse.<Problem>status(HttpStatus.valueOf(code.status()))
        .contentType(MEDIA_TYPE)
        .header("Content-Language", language)
        .body(problem);
  }

  private Violation violation(Refusal refusal, String language) {
    return new Violation(
        Objects.requireNonNullElse(refusal.pointer(), ""),
        refusal.code().name(),
        texts.detail(refusal, language));
  }

  private static dk.genvej.api.model.Violation body(Violation violation) {
    return new dk.genvej.api.model.Violation(
        violation.pointer(), violation.code(), violation.message());
  }
}
