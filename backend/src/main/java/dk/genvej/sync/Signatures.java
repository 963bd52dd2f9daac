package dk.genvej.sync;

import com.google.crypto.tink.Mac;
import dk.genvej.citizen.CprVault;
import dk.genvej.citizen.KeySets;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs what a tablet keeps for us and gives back, by a key of the municipality. A signature is
 * bound to what it is for and whose it is: on another tablet or for another person it is worth
 * nothing.
 */
@Singleton
class Signatures {

  /** A key's id and 128 bits. */
  private static final int LENGTH = 5 + 16;

  private final KeySets keySets;
  private final ConcurrentHashMap<Integer, Mac> keys = new ConcurrentHashMap<>();

  Signatures(KeySets keySets) {
    this.keySets = keySets;
  }

  /**
   * As text for the wire.
   *
   * @param bound what the signature is for and whose it is; it does not travel
   */
  String sign(Work work, String bound, byte[] content) {
    try {
      var signature = key(work).computeMac(with(bound, content));
      var both = ByteBuffer.allocate(LENGTH + content.length).put(signature).put(content);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(both.array());
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("a key that signs does not fit", failed);
    }
  }

  /** What was signed; empty when it was not signed here, or for somebody else. */
  Optional<byte[]> open(Work work, String bound, String text) {
    try {
      var both = Base64.getUrlDecoder().decode(text);
      if (both.length < LENGTH) {
        return Optional.empty();
      }
      var content = Arrays.copyOfRange(both, LENGTH, both.length);
      key(work).verifyMac(Arrays.copyOf(both, LENGTH), with(bound, content));
      return Optional.of(content);
    } catch (IllegalArgumentException | GeneralSecurityException foreign) {
      return Optional.empty();
    }
  }

  private Mac key(Work work) {
    return keys.computeIfAbsent(work.municipality(), this::read);
  }

  private Mac read(int municipality) {
    try {
      return keySets.primitive(municipality, CprVault.SYNC, Mac.class);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("a key that signs does not fit", failed);
    }
  }

  private static byte[] with(String bound, byte[] content) {
    var what = (bound + "\n").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(what.length + content.length).put(what).put(content).array();
  }
}
