package dk.genvej.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;

/** The issuer's keys: cached, fetched again when an unknown key turns up, kept while it is away. */
@Factory
final class TokenKeys {

  private static final long FOUR_HOURS = 4 * 60 * 60 * 1000L;

  @Singleton
  JWKSource<SecurityContext> keys(TokenSettings settings) throws MalformedURLException {
    return JWKSourceBuilder.create(URI.create(settings.jwksUri()).toURL())
        .retrying(true)
        .outageTolerant(FOUR_HOURS)
        .build();
  }
}
