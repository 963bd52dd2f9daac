package dk.genvej.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Whose tokens are trusted.
 *
 * @param issuer exact {@code iss}
 * @param audience must be among {@code aud}
 * @param jwksUri where the issuer publishes its keys
 * @param clockSkewSeconds how far the issuer's clock may differ
 */
@ConfigurationProperties("genvej.token")
public record TokenSettings(
    String issuer,
    String audience,
    String jwksUri,
    @Bindable(defaultValue = "30") int clockSkewSeconds) {}
