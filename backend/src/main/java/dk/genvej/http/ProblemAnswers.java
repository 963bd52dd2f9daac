package dk.genvej.http;

import dk.genvej.api.model.Problem;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that answers errors. */
@Controller
final class ProblemAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
  private static final String RETRY_AFTER = "Retry-After";

  private final Problems problems;

  ProblemAnswers(Problems problems) {
    this.problems = problems;
  }

  @Error(global = true)
  HttpResponse<Problem> refused(HttpRequest<?> request, RefusalException refused) {
    var answer = problems.of(request, refused.refusals(), refused.currentVersion());
    return refused.refusals().getFirst().code() == ProblemCode.UNAUTHENTICATED
        ? answer.header("WWW-Authenticate", "Bearer")
        : answer;
  }

  @Error(global = true)
  HttpResponse<Problem> invalid(HttpRequest<?> request, InvalidRequestException invalid) {
    return problems.of(request, invalid.code(), invalid.violations());
  }

  /** Query parameters outside their limits; bodies were judged before. */
  @Error(global = true)
  HttpResponse<Problem> constraint(HttpRequest<?> request, ConstraintViolationException broken) {
    var violations =
        broken.getConstraintViolations().stream()
            .map(
                one ->
                    new Violation(
                        last(one.getPropertyPath().toString()), "limit", one.getMessage()))
            .toList();
    return problems.of(request, ProblemCode.PARAMETER_INVALID, violations);
  }

  @Error(global = true)
  HttpResponse<Problem> unreadable(HttpRequest<?> request, ConversionErrorException broken) {
    return parameter(request, broken.getArgument());
  }

  @Error(global = true)
  HttpResponse<Problem> incomplete(HttpRequest<?> request, UnsatisfiedRouteException missing) {
    return missing instanceof UnsatisfiedBodyRouteException
        ? problems.of(request, ProblemCode.BODY_NOT_JSON)
        : parameter(request, missing.getArgument());
  }

  @Error(global = true)
  HttpResponse<Problem> tooLarge(HttpRequest<?> request, ContentLengthExceededException large) {
    return problems.of(request, ProblemCode.BODY_TOO_LARGE);
  }

  @Error(global = true)
  HttpResponse<Problem> status(HttpRequest<?> request, HttpStatusException status) {
    return byStatus(request, status.getStatus());
  }

  @Error(global = true, status = HttpStatus.NOT_FOUND)
  HttpResponse<Problem> noRoute(HttpRequest<?> request) {
    return problems.of(request, ProblemCode.NOT_FOUND);
  }

  @Error(global = true, status = HttpStatus.METHOD_NOT_ALLOWED)
  HttpResponse<Problem> noMethod(HttpRequest<?> request) {
    return problems.of(request, ProblemCode.METHOD_NOT_ALLOWED);
  }

  @Error(global = true, status = HttpStatus.UNSUPPORTED_MEDIA_TYPE)
  HttpResponse<Problem> noSuchType(HttpRequest<?> request) {
    return problems.of(request, ProblemCode.UNSUPPORTED_MEDIA_TYPE);
  }

  @Error(global = true, status = HttpStatus.NOT_ACCEPTABLE)
  HttpResponse<Problem> notAcceptable(HttpRequest<?> request) {
    return problems.of(request, ProblemCode.NOT_ACCEPTABLE);
  }

  @Error(global = true, status = HttpStatus.REQUEST_ENTITY_TOO_LARGE)
  HttpResponse<Problem> entityTooLarge(HttpRequest<?> request) {
    return problems.of(request, ProblemCode.BODY_TOO_LARGE);
  }

  /** What nobody expected: the caller gets a number to quote, the log gets the rest. */
  @Error(global = true)
  HttpResponse<Problem> unexpected(HttpRequest<?> request, Throwable failure) {
    var constraint = DatabaseProblems.of(failure);
    if (constraint.isPresent()) {
      var answer = problems.of(request, constraint.get());
      return constraint.get() == ProblemCode.UNAVAILABLE ? answer.header(RETRY_AFTER, "5") : answer;
    }
    LOG.error("request {} failed", Requests.id(request), failure);
    return problems.of(request, ProblemCode.INTERNAL);
  }

  private HttpResponse<Problem> byStatus(HttpRequest<?> request, HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> problems.of(request, ProblemCode.NOT_FOUND);
      case METHOD_NOT_ALLOWED -> problems.of(request, ProblemCode.METHOD_NOT_ALLOWED);
      case REQUEST_ENTITY_TOO_LARGE -> problems.of(request, ProblemCode.BODY_TOO_LARGE);
      case UNSUPPORTED_MEDIA_TYPE -> problems.of(request, ProblemCode.UNSUPPORTED_MEDIA_TYPE);
      case NOT_ACCEPTABLE -> problems.of(request, ProblemCode.NOT_ACCEPTABLE);
      case BAD_REQUEST -> problems.of(request, ProblemCode.PARAMETER_INVALID);
      default -> problems.of(request, ProblemCode.INTERNAL);
    };
  }

  private HttpResponse<Problem> parameter(HttpRequest<?> request, Argument<?> argument) {
    return problems.of(
        request,
        ProblemCode.PARAMETER_INVALID,
        List.of(new Violation(argument.getName(), "format", "missing or not of the right form")));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
