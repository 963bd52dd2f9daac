package dk.genvej.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.EndpointSensitivityHandler;
import io.micronaut.management.endpoint.EndpointSensitivityProcessor;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the management endpoints, which are for operators. Whoever shows the secret of
 * {@code genvej.operator.token-file} as a bearer token sees figures and the details of health;
 * everybody else sees whether the server is well, and no more. By route, not by path: an endpoint
 * that is switched on later is guarded too.
 */
@ServerFilter("/**")
final class OperatorGate implements EndpointSensitivityHandler {

  private static final Principal OPERATOR = () -> "operator";

  private final EndpointSensitivityProcessor endpoints;
  private final boolean open;
  private final byte @Nullable [] secret;

  OperatorGate(EndpointSensitivityProcessor endpoints, OperatorSettings settings) {
    this.endpoints = endpoints;
    this.open = settings.open();
    this.secret = settings.tokenFile() == null ? null : read(Path.of(settings.tokenFile()));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("genvej.operator.token-file cannot be read", unreadable);
    }
  }

  /** Null lets the request go on. */
  @RequestFilter
  @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
    var sensitive = sensitive(request);
    if (sensitive == null) {
      return null;
    }
    if (operator(request)) {
      request.setAttribute(OperatorBinder.ATTRIBUTE, OPERATOR);
      return null;
    }
    return sensitive ? HttpResponse.unauthorized().header("WWW-Authenticate", "Bearer") : null;
  }

  /** Null for what is no management endpoint. */
  private @Nullable Boolean sensitive(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(MethodBasedRouteMatch.class::isInstance)
        .map(match -> ((MethodBasedRouteMatch<?, ?>) match).getExecutableMethod())
        .map(endpoints.getEndpointMethods()::get)
        .orElse(null);
  }

  private boolean operator(HttpRequest<?> request) {
    return open
        || (secret != null
            && GateFilter.bearer(request)
                .map(shown -> shown.getBytes(StandardCharsets.UTF_8))
                .filter(shown -> MessageDigest.isEqual(secret, shown))
                .isPresent());
  }
}
