package dk.genvej.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoIssuerTest {

  @Test
  void aTokenIsAnRfc9068AccessTokenSignedByThePublishedKey() throws Exception {
    var user = RunningDemo.user("terapeut2.lilleby");
    var token = SignedJWT.parse(RunningDemo.token(user.username()));
    var keys = JWKSet.parse(RunningDemo.get("/demo/issuer/jwks").json().toString());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(RunningDemo.running().url() + "/demo/issuer");
    assertThat(claims.getAudience()).containsExactly("genvej");
    assertThat(claims.getSubject()).isEqualTo("terapeut2.lilleby");
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(claims.getStringClaim("client_id")).isEqualTo("genvej-demo");
    assertThat(claims.getIntegerClaim("municipality")).isEqualTo(891);
    assertThat(claims.getClaim("genvej_roles"))
        .isEqualTo(List.of(Map.of("role", "THERAPIST", "unit", user.unit().id().toString())));
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isEqualTo(DemoIssuer.VALID_FOR.toMillis());
  }

  @Test
  void discoveryNamesTheIssuerAsTheTokensDo() {
    var found = RunningDemo.get("/demo/issuer/.well-known/openid-configuration").json();
    assertThat(found.at("/issuer").asText())
        .isEqualTo(RunningDemo.running().url() + "/demo/issuer");
    assertThat(found.at("/jwks_uri").asText()).isEqualTo(found.at("/issuer").asText() + "/jwks");
    assertThat(found.at("/token_endpoint").asText()).endsWith("/demo/issuer/token");
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
    var wrong = RunningDemo.token("terapeut1.lilleby", "gaettet-11");
    var unknown = RunningDemo.token("nobody", "gaettet-11");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(wrong.json()).isEqualTo(unknown.json());
    assertThat(wrong.json().at("/error").asText()).isEqualTo("invalid_grant");
    assertThat(wrong.json().has("access_token")).isFalse();
  }

  @Test
  void onlyThePasswordGrantIsKnown() {
    var refused = RunningDemo.form(Map.of("grant_type", "client_credentials"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error").asText()).isEqualTo("unsupported_grant_type");
  }

  @Test
  void aTokenOfAnotherIssuerIsWorthNothingHere() {
    var stranger = new dk.genvej.testing.TestIssuer();
    var user = new dk.genvej.testing.TestUser(891, "terapeut1.lilleby", "En fremmed", List.of());
    assertThat(RunningDemo.get("/api/v1/me", stranger.token(user)).status()).isEqualTo(401);
  }
}
