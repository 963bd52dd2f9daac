package dk.genvej.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids for what the server makes itself; what a client makes, the client names. */
public final class Ids {

  private Ids() {}

  /** UUIDv7: later ids sort later, which keeps indexes compact. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** Always the same id for the same text; the first half of a SHA-256. */
  public static UUID named(String text) {
    var half = ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8)));
    return new UUID(half.getLong(), half.getLong());
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
