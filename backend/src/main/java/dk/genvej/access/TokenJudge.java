package dk.genvej.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dk.genvej.shared.Role;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges access tokens (RFC 9068): type at+jwt, RS256 or ES256 by a key of the issuer, issuer,
 * audience, expiry and not-before. What the token says of roles is taken as pairs of role and unit;
 * a pair that cannot be read gives nothing, and a token without one valid municipality is refused.
 */
@Singleton
public class TokenJudge {

  private static final Logger LOG = LoggerFactory.getLogger(TokenJudge.class);
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  TokenJudge(JWKSource<SecurityContext> keys, TokenSettings settings) {
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    var expected = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
    var verifier =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            settings.audience(), expected, Set.of("sub", "exp", "iat", "municipality"));
    verifier.setMaxClockSkew(settings.clockSkewSeconds());
    processor.setJWTClaimsSetVerifier(verifier);
  }

  /** Who the token speaks for; empty when it is not to be trusted, for whatever reason. */
  public Optional<Identity> judge(String token) {
    try {
      return identity(processor.process(token, null));
    } catch (ParseException | BadJOSEException | JOSEException refused) {
      LOG.info("token refused: {}", refused.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /**
   * When a token that was judged expires.
   *
   * @throws IllegalArgumentException for one that is none
   */
  public static Instant expiry(String judged) {
    try {
      return SignedJWT.parse(judged).getJWTClaimsSet().getExpirationTime().toInstant();
    } catch (ParseException none) {
      throw new IllegalArgumentException("no token", none);
    }
  }

  private static Optional<Identity> identity(JWTClaimsSet claims) throws ParseException {
    var municipality = claims.getIntegerClaim("municipality");
    if (municipality == null || claims.getSubject().isBlank()) {
      return Optional.empty();
    }
    var name = Optional.ofNullable(claims.getStringClaim("name")).orElse(claims.getSubject());
    return Optional.of(
        new Identity(
            municipality, claims.getSubject(), name, assignments(claims.getClaim("genvej_roles"))));
  }

  private static List<Assignment> assignments(Object claim) {
    if (!(claim instanceof List<?> pairs)) {
      return List.of();
    }
    return pairs.stream().flatMap(TokenJudge::assignment).toList();
  }

  private static Stream<Assignment> assignment(Object pair) {
    if (!(pair instanceof Map<?, ?> map
        && map.get("role") instanceof String role
        && map.get("unit") instanceof String unit)) {
      return Stream.empty();
    }
    try {
      return Stream.of(new Assignment(Role.valueOf(role), UUID.fromString(unit)));
    } catch (IllegalArgumentException unknown) {
      LOG.warn("a token names an unknown role or a malformed unit; the pair gives nothing");
      return Stream.empty();
    }
  }
}
