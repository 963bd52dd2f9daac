package dk.genvej.command;

import dk.genvej.exports.DatasetOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key that a research set's pseudonyms are made with.
 *
 * @param kept whether it lies in a file, so that it need not be told
 */
record ResearchKey(byte[] bytes, boolean kept) {

  /** A new key, or that of the file; a file that is not there is made, for its owner alone. */
  static ResearchKey of(@Nullable Path file) throws IOException {
    if (file == null) {
      return new ResearchKey(random(), false);
    }
    if (!Files.exists(file)) {
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, owner);
      Files.writeString(file, encoded(random()), StandardOpenOption.TRUNCATE_EXISTING);
    }
    return new ResearchKey(read(file), true);
  }

  Optional<String> told() {
    return kept
        ? Optional.empty()
        : Optional.of("Key of the pseudonyms, told only now: " + encoded(bytes));
  }

  private static byte[] read(Path file) throws IOException {
    return decoded(Files.readString(file).strip())
        .filter(key -> key.length == DatasetOrder.Research.KEY_BYTES)
        .orElseThrow(
            () ->
                RefusedSettings.because(
                    "--key-file: " + file + " holds no key of a research set."));
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] random() {
    var key = new byte[DatasetOrder.Research.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static String encoded(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }
}
