package dk.genvej.check;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Gives the campaign's staff real tokens; its keys are published on loopback. */
public final class Issuer implements AutoCloseable {

  public static final String AUDIENCE = "genvej";

  /** Longer than any run. */
  private static final Duration VALID_FOR = Duration.ofHours(12);

  private final RSAKey key;
  private final HttpServer server;
  private final Map<Person, String> tokens = new ConcurrentHashMap<>();

  private Issuer(RSAKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  public static Issuer start() throws IOException {
    var issuer = new Issuer(newKey(), HttpServer.create());
    var keys = new JWKSet(issuer.key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    issuer.server.createContext(
        "/jwks",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    issuer.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.server.start();
    return issuer;
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("genvej-check").generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK makes RSA keys", impossible);
    }
  }

  public String name() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String keysAt() {
    return name() + "/jwks";
  }

  public String token(Person person) {
    return tokens.computeIfAbsent(person, this::sign);
  }

  private String sign(Person person) {
    var now = SystemTime.machine();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(name())
            .audience(AUDIENCE)
            .subject(person.subject())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALID_FOR)))
            .claim("name", person.subject())
            .claim("municipality", person.municipality())
            .claim(
                "genvej_roles",
                List.of(Map.of("role", person.role(), "unit", person.unit().toString())))
            .build();
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(key.getKeyID())
              .type(new JOSEObjectType("at+jwt"))
              .build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key signs RS256", impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
