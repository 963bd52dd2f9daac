package dk.genvej.http;

import dk.genvej.api.model.Problem;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes every answer that is a "no": RFC 9457, in the caller's language, from one catalogue. */
@Singleton
public class Problems {

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
    var place = new Place(Language.of(request), Requests.id(request));
    return answer(place, problem(place, code, null, violations, null));
  }

  /** The first refusal names the problem; when there are more, all of them are told. */
  MutableHttpResponse<Problem> of(
      HttpRequest<?> request, List<Refusal> refusals, @Nullable Integer currentVersion) {
    var place = new Place(Language.of(request), Requests.id(request));
    return answer(place, refused(place, refusals, currentVersion));
  }

  /**
   * The same document without a request of its own, for an item of a queue.
   *
   * @param requestId of the request that brought it
   */
  public Problem of(Throwable failure, UUID requestId) {
    var place = new Place(Language.current(), requestId);
    return switch (failure) {
      case RefusalException no -> refused(place, no.refusals(), no.currentVersion());
      case InvalidRequestException no -> problem(place, no.code(), null, no.violations(), null);
      default -> {
        var code = DatabaseProblems.of(failure).orElse(ProblemCode.INTERNAL);
        yield problem(place, code, null, List.of(), null);
      }
    };
  }

  /** Whether it is no fault of the write, which may well land the next time. */
  public static boolean passing(Throwable failure) {
    return DatabaseProblems.passing(failure);
  }

  /** Two writers waited for each other, and this one was let go. */
  public static boolean deadlock(Throwable failure) {
    return DatabaseProblems.state(failure).startsWith("40");
  }

  /** The database said no, and the transaction is not good for more until it goes back. */
  public static boolean ofDatabase(Throwable failure) {
    return !DatabaseProblems.state(failure).isEmpty();
  }

  /** Nothing that anybody outside could mend. */
  public static boolean ours(Throwable failure) {
    return DatabaseProblems.of(failure).isEmpty();
  }

  private record Place(String language, UUID requestId) {}

  private Problem refused(Place place, List<Refusal> refusals, @Nullable Integer currentVersion) {
    var first = refusals.getFirst();
    var violations =
        refusals.size() == 1 && first.pointer() == null
            ? List.<Violation>of()
            : refusals.stream().map(refusal -> violation(refusal, place.language())).toList();
    return problem(place, first.code(), first, violations, currentVersion);
  }

  private Problem problem(
      Place place,
      ProblemCode code,
      @Nullable Refusal refusal,
      List<Violation> violations,
      @Nullable Integer currentVersion) {
    var language = place.language();
    var problem =
        new Problem(
            TYPE + code.name(),
            texts.title(code, language),
            code.status(),
            code.name(),
            refusal == null ? texts.detail(code, language) : texts.detail(refusal, language));
    problem.setInstance("urn:genvej:request:" + place.requestId());
    if (!violations.isEmpty()) {
      problem.setViolations(violations.stream().map(Problems::body).toList());
    }
    problem.setCurrentVersion(currentVersion);
    return problem;
  }

  private static MutableHttpResponse<Problem> answer(Place place, Problem problem) {
    return HttpResponse.<Problem>status(HttpStatus.valueOf(problem.getStatus()))
        .contentType(MEDIA_TYPE)
        .header("Content-Language", place.language())
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
