package dk.genvej.demo;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The demo is its own issuer: it need not fetch its keys from itself over HTTP. */
@Factory
@Requires(env = "demo")
final class DemoKeys {

  @Singleton
  @Replaces(JWKSource.class)
  JWKSource<SecurityContext> keys(RSAKey key) {
    return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
  }
}
