package dk.genvej.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once into the home.
 *
 * @param folder holds bin, lib and share
 * @param major release line, such as 18: what decides whether the data can be read
 */
record Binaries(Path folder, int major) {
  private static final String PREFIX = "binaries-";
  private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

  /** Unpacks what the class path brings unless this very archive was unpacked before. */
  static Binaries in(Home home, Platform platform, Launcher launcher) throws IOException {
    var archive = find(platform);
    var folder = home.folder().resolve(PREFIX + fingerprint(archive.openConnection()));
    if (!Files.exists(folder)) {
      unpackAside(archive, folder);
    }
    Folders.deleteSiblings(folder, PREFIX);
    return new Binaries(folder, major(folder, launcher));
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static URL find(Platform platform) {
    var archive = Binaries.class.getClassLoader().getResource(platform.resource());
    if (archive == null) {
      throw new EmbeddedPostgresException(
          "The PostgreSQL programs for this machine are not on the class path: add the library io.zonky.test.postgres:%s."
              .formatted(platform.artifact()));
    }
    return archive;
  }

  /** The jar already has a checksum of the archive, so a start needn't read 15 MB to know it. */
  private static String fingerprint(URLConnection connection) throws IOException {
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jar) {
      try (var file = jar.getJarFile()) {
        return Long.toHexString(file.getEntry(jar.getEntryName()).getCrc());
      }
    }
    return Long.toHexString(connection.getContentLengthLong());
  }

  /** Unpacks beside and renames: a start that was cut off leaves no half folder with that name. */
  private static void unpackAside(URL archive, Path folder) throws IOException {
    var aside = folder.resolveSibling(folder.getFileName() + ".part");
    Folders.delete(aside);
    try (var packed = new BufferedInputStream(archive.openStream());
        var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, aside);
      }
    }
    Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    var target = entry.resolveIn(root);
    var folder = entry.isDirectory() ? target : target.getParent();
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(Home.OWNER_ONLY));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(content, target);
      Files.setPosixFilePermissions(target, Home.OWNER_ONLY);
    }
  }

  /** Asks the program itself, which also shows whether it runs on this machine at all. */
  private static int major(Path folder, Launcher launcher) throws IOException {
    var answer = launcher.ask(folder.resolve("bin/postgres").toString(), "--version");
    var found = VERSION.matcher(answer.output());
    if (!found.find()) {
      throw new EmbeddedPostgresException(
          "The PostgreSQL programs don't run on this machine, they need glibc (Alpine Linux has another C library): %s"
              .formatted(answer.output().strip()));
    }
    return Integer.parseInt(found.group(1));
  }
}
