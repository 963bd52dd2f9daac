package dk.genvej.demo.fcm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.genvej.shared.SystemTime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service account and the exchange of its signed assertion for an access token (RFC 7523; Google,
 * "Using OAuth 2.0 for server to server applications").
 */
final class GoogleTokens {

  static final String PATH = "/token";
  static final Duration VALID_FOR = Duration.ofHours(1);

  /** What an assertion is for, wherever it is sent: so Google's documentation, and its library. */
  static final String AUDIENCE = "https://oauth2.googleapis.com/token";

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Set<String> SCOPES =
      Set.of(
          "https://www.googleapis.com/auth/firebase.messaging",
          "https://www.googleapis.com/auth/cloud-platform");
  private static final Pattern PAIR = Pattern.compile("([^=&]+)=([^&]*)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One for all of a process, as making one takes long. */
  private static final RSAKey KEY = newKey();

  private final String project;
  private final Map<String, Instant> given = new ConcurrentHashMap<>();

  GoogleTokens(String project) {
    this.project = project;
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK makes RSA keys", impossible);
    }
  }

  private String email() {
    return "genvej@" + project + ".iam.gserviceaccount.com";
  }

  /** The key's file as the console hands it out. */
  ObjectNode keyFile(String address) {
    try {
      var pem =
          "-----BEGIN PRIVATE KEY-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'})
                  .encodeToString(KEY.toRSAPrivateKey().getEncoded())
              + "\n-----END PRIVATE KEY-----\n";
      return JSON.createObjectNode()
          .put("type", "service_account")
          .put("project_id", project)
          .put("private_key_id", KEY.getKeyID())
          .put("private_key", pem)
          .put("client_email", email())
          .put("client_id", "100000000000000000000")
          .put("token_uri", address + PATH);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key is one", impossible);
    }
  }

  HttpReply exchange(HttpCall call) {
    var form = form(call.text());
    if (!GRANT.equals(form.get("grant_type"))) {
      return refused("unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type"));
    }
    var wrong = wrong(form.getOrDefault("assertion", ""), SystemTime.machine());
    if (!wrong.isEmpty()) {
      return refused("invalid_grant", wrong);
    }
    var token = "ya29." + UUID.randomUUID();
    given.put(token, SystemTime.machine().plus(VALID_FOR));
    return HttpReply.of(
        200,
        JSON.createObjectNode()
            .put("access_token", token)
            .put("expires_in", VALID_FOR.toSeconds() - 1)
            .put("token_type", "Bearer")
            .toString());
  }

  /** Empty when the assertion is the account's own, for us, for FCM and for now. */
  private String wrong(String assertion, Instant now) {
    try {
      var token = SignedJWT.parse(assertion);
      if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
          || !token.verify(new RSASSAVerifier(KEY.toPublicJWK()))) {
        return "Invalid JWT Signature.";
      }
      return wrong(token.getJWTClaimsSet(), now);
    } catch (ParseException | JOSEException malformed) {
      return "Invalid JWT.";
    }
  }

  private String wrong(JWTClaimsSet claims, Instant now) throws ParseException {
    if (!email().equals(claims.getIssuer()) || !claims.getAudience().contains(AUDIENCE)) {
      return "Invalid issuer or audience.";
    }
    var issued = claims.getIssueTime();
    var until = claims.getExpirationTime();
    if (issued == null
        || until == null
        || until.toInstant().isBefore(now)
        || issued.toInstant().isAfter(now.plusSeconds(60))
        || until.getTime() - issued.getTime() > VALID_FOR.toMillis()) {
      return "Invalid JWT: Token must be a short-lived token (60 minutes).";
    }
    var scopes = Stream.of(String.valueOf(claims.getStringClaim("scope")).split(" "));
    return scopes.anyMatch(SCOPES::contains) ? "" : "Invalid scope.";
  }

  boolean accepts(String authorization) {
    var until = given.get(authorization.replaceFirst("^Bearer ", ""));
    return until != null && until.isAfter(SystemTime.machine());
  }

  /** Whoever has an access token must fetch another. */
  void expire() {
    given.clear();
  }

  private static HttpReply refused(String error, String description) {
    return HttpReply.of(
        400,
        JSON.createObjectNode()
            .put("error", error)
            .put("error_description", description)
            .toString());
  }

  private static Map<String, String> form(String text) {
    return PAIR.matcher(text)
        .results()
        .collect(
            Collectors.toMap(
                pair -> decoded(pair.group(1)), pair -> decoded(pair.group(2)), (_, last) -> last));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
