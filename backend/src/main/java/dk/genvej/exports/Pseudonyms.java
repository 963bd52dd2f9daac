package dk.genvej.exports;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for ids by HMAC-SHA-256: the same id is the same pseudonym under the same key, and without
 * the key nobody can tell whose it is, nor join two exports.
 */
final class Pseudonyms {

  /** 128 bits: no two of a nation's courses meet by chance. */
  private static final int KEPT_BYTES = 16;

  private final Mac mac;

  Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the JDK has HMAC", impossible);
    }
  }

  /**
   * @param kind keeps a course and a citizen of the same id apart
   */
  String of(String kind, UUID id) {
    var hash = mac.doFinal((kind + " " + id).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, KEPT_BYTES));
  }
}
