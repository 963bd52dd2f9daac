package dk.genvej.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Map;

/**
 * The issuer over HTTP: discovery, keys and the password grant (RFC 6749 § 4.3). A wrong password
 * is answered with 401, which says more to a newcomer than the RFC's 400.
 */
@Controller(DemoIssuer.PATH)
@Requires(env = "demo")
final class DemoIssuerController {

  private final DemoIssuer issuer;

  DemoIssuerController(DemoIssuer issuer) {
    this.issuer = issuer;
  }

  @Get("/.well-known/openid-configuration")
  Map<String, Object> discovery() {
    return Map.of(
        "issuer", issuer.name(),
        "jwks_uri", issuer.name() + "/jwks",
        "token_endpoint", issuer.name() + "/token",
        "grant_types_supported", List.of("password"),
        "token_endpoint_auth_methods_supported", List.of("none"),
        "response_types_supported", List.of(),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }

  @Get("/jwks")
  Map<String, Object> keys() {
    return issuer.publicKeys();
  }

  @Post("/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<Map<String, Object>> token(@Body Map<String, String> form) {
    if (!"password".equals(form.get("grant_type"))) {
      return refuse(HttpResponse.badRequest(), "unsupported_grant_type", "Only password.");
    }
    var token = issuer.token(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
    if (token.isEmpty()) {
      return refuse(
          HttpResponse.unauthorized(),
          "invalid_grant",
          "User name and password do not belong together; /demo/users lists them.");
    }
    return HttpResponse.<Map<String, Object>>ok(
            Map.of(
                "access_token",
                token.get(),
                "token_type",
                "Bearer",
                "expires_in",
                DemoIssuer.VALID_FOR.toSeconds()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static HttpResponse<Map<String, Object>> refuse(
      io.micronaut.http.MutableHttpResponse<?> answer, String error, String description) {
    return answer.body(Map.of("error", error, "error_description", description));
  }
}
