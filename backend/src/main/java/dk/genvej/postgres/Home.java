package dk.genvej.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of one embedded database, held by one JVM at a time.
 *
 * <p>The hold is an operating-system file lock, which a killed JVM can't leave behind. Whoever has
 * it knows that a server still running in this folder belongs to nobody.
 */
final class Home implements AutoCloseable {
  static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  /** Also the sign that the folder is ours. */
  private static final String LOCK_NAME = "genvej-postgres.lock";

  /** 256 bits: nobody guesses it, and nobody has to type it. */
  private static final int PASSWORD_BYTES = 32;

  /**
   * Folders held by this JVM. Asked before the lock file is opened a second time: on Linux closing
   * any handle of a file drops all locks that the process has on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private Home(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Makes the folder if needed, closes it to other users and takes the hold. */
  static Home hold(Path wanted) throws IOException {
    requireOursOrEmpty(wanted);
    Files.createDirectories(wanted);
    Files.setPosixFilePermissions(wanted, OWNER_ONLY);
    var folder = wanted.toRealPath();
    if (!HELD.add(folder)) {
      throw inUse(folder);
    }
    try {
      return new Home(folder, lock(folder));
    } catch (IOException | RuntimeException failure) {
      HELD.remove(folder);
      throw failure;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve(LOCK_NAME),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_FILE));
    if (channel.tryLock() == null) {
      channel.close();
      throw inUse(folder);
    }
    return channel;
  }

  private static EmbeddedPostgresException inUse(Path folder) {
    return new EmbeddedPostgresException(
        "The database folder %s is in use by another running Genvej: stop that one or choose another folder."
            .formatted(folder));
  }

  /** A mistyped folder (/tmp, a home directory) must not be closed to everyone and filled. */
  private static void requireOursOrEmpty(Path folder) throws IOException {
    if (!Files.exists(folder) || Files.exists(folder.resolve(LOCK_NAME))) {
      return;
    }
    if (!Files.isDirectory(folder) || !isEmpty(folder)) {
      throw new EmbeddedPostgresException(
          "The folder %s holds something that is not a Genvej database: choose an empty or a new folder."
              .formatted(folder));
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  Path folder() {
    return folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  private Path majorFile() {
    return folder.resolve("postgres-major");
  }

  private Path portFile() {
    return folder.resolve("port");
  }

  boolean hasData() {
    return Files.exists(data());
  }

  /** The superuser's password, made at the first start; a lost one can't be made up again. */
  String password() throws IOException {
    if (Files.exists(passwordFile())) {
      return Files.readString(passwordFile()).strip();
    }
    if (hasData()) {
      throw new EmbeddedPostgresException(
          "The database in %s has lost its password file: put %s back or remove the folder to begin anew."
              .formatted(folder, passwordFile()));
    }
    var random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.createFile(passwordFile(), PosixFilePermissions.asFileAttribute(OWNER_FILE));
    Files.writeString(passwordFile(), password);
    return password;
  }

  /** Data of another major release can't be read, and the binaries bring no pg_upgrade. */
  void requireMajor(int major) throws IOException {
    for (var marker : List.of(majorFile(), data().resolve("PG_VERSION"))) {
      var found = read(marker).orElse(Integer.toString(major));
      if (!found.equals(Integer.toString(major))) {
        throw new EmbeddedPostgresException(
            "The database in %s was made by PostgreSQL %s and this program brings PostgreSQL %d: use the program that made it or choose another folder."
                .formatted(folder, found, major));
      }
    }
  }

  void rememberMajor(int major) throws IOException {
    Files.writeString(majorFile(), major + "\n");
  }

  Optional<Integer> rememberedPort() throws IOException {
    return read(portFile()).filter(text -> text.matches("[1-9][0-9]{0,4}")).map(Integer::valueOf);
  }

  void rememberPort(int port) throws IOException {
    Files.writeString(portFile(), port + "\n");
  }

  private static Optional<String> read(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(folder);
    }
  }
}
