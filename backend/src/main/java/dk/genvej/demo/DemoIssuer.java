package dk.genvej.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.genvej.access.TokenSettings;
import dk.genvej.shared.SystemTime;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives real access tokens (RFC 9068) to the invented staff, for their invented passwords. */
@Singleton
@Requires(env = "demo")
final class DemoIssuer {

  /** Where it lies; {@code serve} refuses an issuer with this path. */
  static final String PATH = "/demo/issuer";

  static final Duration VALID_FOR = Duration.ofHours(8);

  private static final Map<String, DemoUser> USERS =
      DemoMunicipalities.both().stream()
          .flatMap(municipality -> municipality.staff().stream())
          .collect(Collectors.toUnmodifiableMap(DemoUser::username, Function.identity()));

  private final RSAKey key;
  private final TokenSettings settings;

  DemoIssuer(RSAKey key, TokenSettings settings) {
    this.key = key;
    this.settings = settings;
  }

  String name() {
    return settings.issuer();
  }

  Map<String, Object> publicKeys() {
    return new JWKSet(key.toPublicJWK()).toJSONObject();
  }

  /** Empty when user name and password do not belong together. */
  Optional<String> token(String username, String password) {
    return Optional.ofNullable(USERS.get(username))
        .filter(user -> same(user.password(), password))
        .map(this::sign);
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private String sign(DemoUser user) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(key.getKeyID())
              .type(new JOSEObjectType("at+jwt"))
              .build();
      var token = new SignedJWT(header, claims(user, SystemTime.machine()));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key signs RS256", impossible);
    }
  }

  private JWTClaimsSet claims(DemoUser user, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(settings.issuer())
        .audience(settings.audience())
        .subject(user.username())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(VALID_FOR)))
        .claim("client_id", "genvej-demo")
        .claim("name", user.name())
        .claim("municipality", user.municipality())
        .claim(
            "genvej_roles",
            List.of(Map.of("role", user.role().name(), "unit", user.unit().id().toString())))
        .build();
  }
}
