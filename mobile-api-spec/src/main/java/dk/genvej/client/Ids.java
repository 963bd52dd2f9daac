package dk.genvej.client;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUIDv7 (RFC 9562): the time in front, so that what was made together lies together. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID at(Instant time) {
    long high = (time.toEpochMilli() & 0xFFFF_FFFF_FFFFL) << 16;
    long version = 0x7000L | RANDOM.nextInt(0x1000);
    long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
    return new UUID(high | version, low);
  }
}
