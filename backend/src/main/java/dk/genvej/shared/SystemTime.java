package dk.genvej.shared;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The machine's clock, for every municipality alike. */
@Singleton
@Requires(missingBeans = Time.class)
final class SystemTime implements Time {

  private final Clock clock = Clock.systemUTC();

  @Override
  public Instant now(int municipality) {
    return clock.instant();
  }
}
