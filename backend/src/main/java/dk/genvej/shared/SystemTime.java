package dk.genvej.shared;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The machine's clock, for every municipality alike. */
@Singleton
@Requires(missingBeans = Time.class)
public final class SystemTime implements Time {

  private static final Clock CLOCK = Clock.systemUTC();

  SystemTime() {}

  /** For commands, which run outside any municipality. */
  public static Instant machine() {
    return CLOCK.instant();
  }

  @Override
  public Instant now(int municipality) {
    return machine();
  }
}
