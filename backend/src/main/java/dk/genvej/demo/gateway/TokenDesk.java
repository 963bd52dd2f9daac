package dk.genvej.demo.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dk.genvej.shared.SystemTime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives tokens for a SAML assertion and a client assertion (RFC 8693, RFC 7523), each judged as the
 * gateway's note on token exchange says. The assertion is not signed here: who signs it is
 * KOMBIT's.
 */
final class TokenDesk {

  static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);
  private static final Pattern ORGANISATION = Pattern.compile("<AttributeValue>([0-9]{11,20})<");
  private static final Pattern UNTIL = Pattern.compile("NotOnOrAfter=\"([^\"]+)\"");

  private final RSAPublicKey registered;
  private final String clientId;
  private final String realm;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Map<String, Grant> tokens = new ConcurrentHashMap<>();

  /**
   * @param registered the client's public key
   * @param realm whom a client assertion must be for
   */
  TokenDesk(RSAPublicKey registered, String clientId, String realm) {
    this.registered = registered;
    this.clientId = clientId;
    this.realm = realm;
  }

  private record Grant(String sorCode, Instant until) {}

  /** Empty when anything about the request is wrong. */
  Optional<String> exchange(String form) {
    var fields = fields(form);
    var now = SystemTime.machine();
    var asked =
        "urn:ietf:params:oauth:grant-type:token-exchange".equals(fields.get("grant_type"))
            && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                .equals(fields.get("client_assertion_type"))
            && "urn:ietf:params:oauth:token-type:saml2".equals(fields.get("subject_token_type"))
            && "kombit-sts".equals(fields.get("subject_issuer"))
            && clientId.equals(fields.get("client_id"))
            && isOurs(fields.getOrDefault("client_assertion", ""), now);
    return asked
        ? organisation(fields.getOrDefault("subject_token", ""), now).map(sor -> grant(sor, now))
        : Optional.empty();
  }

  /** For whom the bearer may report; empty when the token is not good. */
  Optional<String> bearer(String authorization) {
    return Optional.ofNullable(tokens.get(authorization.replaceFirst("^Bearer ", "")))
        .filter(grant -> grant.until().isAfter(SystemTime.machine()))
        .map(Grant::sorCode);
  }

  void forgetAll() {
    tokens.clear();
  }

  private String grant(String sorCode, Instant now) {
    var token = UUID.randomUUID().toString();
    tokens.put(token, new Grant(sorCode, now.plus(GOOD_FOR)));
    return token;
  }

  private boolean isOurs(String assertion, Instant now) {
    try {
      var jwt = SignedJWT.parse(assertion);
      var claims = jwt.getJWTClaimsSet();
      var until = claims.getExpirationTime().toInstant();
      return jwt.verify(new RSASSAVerifier(registered))
          && keyId().equals(jwt.getHeader().getKeyID())
          && clientId.equals(claims.getIssuer())
          && clientId.equals(claims.getSubject())
          && claims.getAudience().contains(realm)
          && !claims.getNotBeforeTime().toInstant().isAfter(now.plusSeconds(1))
          && until.isAfter(now)
          && until.isBefore(now.plus(LONGEST_ASSERTION))
          && used.add(claims.getJWTID());
    } catch (ParseException | JOSEException _) {
      return false; // Not a JWT of ours, whatever else it is.
    }
  }

  private String keyId() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(registered.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static Optional<String> organisation(String subjectToken, Instant now) {
    var xml = new String(Base64.getUrlDecoder().decode(subjectToken), StandardCharsets.UTF_8);
    var until = UNTIL.matcher(xml);
    if (!until.find() || !Instant.parse(until.group(1)).isAfter(now)) {
      return Optional.empty();
    }
    var organisation = ORGANISATION.matcher(xml);
    return organisation.find() ? Optional.of(organisation.group(1)) : Optional.empty();
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  /** An assertion as the stand-in takes it, for demo and tests. */
  static String assertion(String sorCode, Instant until) {
    return """
    <Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0">
      <Conditions NotOnOrAfter="%s"/>
      <AttributeStatement><Attribute Name="sor"><AttributeValue>%s</AttributeValue></Attribute></AttributeStatement>
    </Assertion>
    """
        .formatted(until, sorCode);
  }
}
