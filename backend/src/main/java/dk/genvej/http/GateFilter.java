package dk.genvej.http;

import dk.genvej.access.Identity;
import dk.genvej.access.TokenJudge;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * Stands before every operation: a valid token, and a role that the contract gives the operation
 * to. Both before anything is fetched. A route that the contract does not know answers nobody.
 */
@ServerFilter("/api/**")
final class GateFilter {

  static final String IDENTITY = "genvej.identity";

  /** In every line of the log about a request, the id that its answer tells too. */
  private static final String LOGGED_AS = "request";

  private final TokenJudge tokens;
  private final Contract contract;

  GateFilter(TokenJudge tokens, Contract contract) {
    this.tokens = tokens;
    this.contract = contract;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request, MutablePropagatedContext propagated) {
    var logged = Requests.id(request).toString();
    propagated.add(new MdcPropagationContext(Map.of(LOGGED_AS, logged)));
    try (var _ = MDC.putCloseable(LOGGED_AS, logged)) {
      judge(request);
    }
  }

  private void judge(HttpRequest<?> request) {
    var identity =
        bearer(request)
            .flatMap(tokens::judge)
            .orElseThrow(() -> RefusalException.of(ProblemCode.UNAUTHENTICATED));
    operation(request).ifPresent(operation -> requireRole(operation, identity));
    request.setAttribute(IDENTITY, identity);
  }

  private void requireRole(String operation, Identity identity) {
    var roles =
        contract
            .rolesOf(operation)
            .orElseThrow(() -> RefusalException.of(ProblemCode.ROLE_NOT_ALLOWED));
    if (Collections.disjoint(roles, identity.roles())) {
      throw RefusalException.of(ProblemCode.ROLE_NOT_ALLOWED);
    }
  }

  /** The operationId; empty where no route matches, which the router answers with 404. */
  static Optional<String> operation(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(MethodBasedRouteMatch.class::isInstance)
        .map(match -> ((MethodBasedRouteMatch<?, ?>) match).getMethodName());
  }

  static Optional<String> bearer(HttpRequest<?> request) {
    return request
        .getHeaders()
        .findFirst(HttpHeaders.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }
}
