package dk.genvej.client;

import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * That everything a person had on the device is erased: written down before the first file goes, so
 * that a stop in the middle is finished at the next opening and still confirmed.
 *
 * @param unsent writes that no server has taken
 * @param mutation of the confirmation
 */
@Serdeable
record Erasure(OffsetDateTime erasedAt, int unsent, UUID mutation, boolean confirmed) {

  private static final String FILE = "erased";

  Erasure done() {
    return new Erasure(erasedAt, unsent, mutation, true);
  }

  static Optional<Erasure> of(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(Json.read(Files.readAllBytes(file), Erasure.class))
        : Optional.empty();
  }

  void write(Path folder) throws IOException {
    var fresh = folder.resolve(FILE + ".new");
    Files.write(fresh, Json.bytes(this));
    try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      out.force(true);
    }
    Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    Journal.syncFolder(fresh);
  }

  /** All files but this. */
  static void erase(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> !f.endsWith(FILE)).toList()) {
        Files.delete(file);
      }
    }
    Journal.syncFolder(folder.resolve(FILE));
  }

  /** The person may use the device again: nothing is left of before. */
  static void forget(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }
}
