package dk.genvej.tracking.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.genvej.shared.Ids;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/**
 * Shows that it is us who ask for a token (RFC 7523): a JWT we sign ourselves, good once and for a
 * moment. The key's name is the SHA-256 of the encoded public key, as the gateway's note on token
 * exchange has it.
 */
@Singleton
@Requires(beans = GatewaySettings.class)
final class ClientAssertion {

  private static final Duration VALID = Duration.ofSeconds(60);

  private final GatewaySettings settings;
  private final PrivateKey key;
  private final String keyId;

  ClientAssertion(GatewaySettings settings) {
    this.settings = settings;
    var pair = read(Path.of(settings.keyFile()));
    this.key = pair;
    this.keyId = keyId(publicHalf(pair));
  }

  String at(Instant now) {
    try {
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims(now));
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key signs RS256", impossible);
    }
  }

  private JWTClaimsSet claims(Instant now) {
    return new JWTClaimsSet.Builder()
        .jwtID(Ids.next().toString())
        .issuer(settings.clientId())
        .subject(settings.clientId())
        .audience(settings.realm())
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(VALID)))
        .build();
  }

  static String keyId(PublicKey key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Ids.sha256(key.getEncoded()));
  }

  private static RSAPrivateCrtKey read(Path file) {
    try {
      var pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
      return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
      throw new IllegalStateException(
          "genvej.gateway.key-file names " + file + ", which is no RSA key in PEM (PKCS#8)");
    }
  }

  private static PublicKey publicHalf(RSAPrivateCrtKey key) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("an RSA key has a public half", impossible);
    }
  }
}
