package dk.genvej.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole folders: what the JDK offers only file by file. Links are never followed. */
final class Folders {
  private Folders() {}

  /** Does nothing where there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Removes what an earlier release of the programs, or an unpacking that was cut off, left. */
  static void deleteSiblings(Path kept, String prefix) throws IOException {
    try (var siblings = Files.newDirectoryStream(kept.resolveSibling("."), prefix + "*")) {
      for (var sibling : siblings) {
        if (!sibling.getFileName().equals(kept.getFileName())) {
          delete(sibling);
        }
      }
    }
  }

  /** Hands everything to one user and group; needs root. Unchanged owners cost no write. */
  static void own(Path folder, int id) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : (Iterable<Path>) paths::iterator) {
        for (var attribute : new String[] {"unix:uid", "unix:gid"}) {
          if (!Integer.valueOf(id).equals(attribute(path, attribute))) {
            Files.setAttribute(path, attribute, id, LinkOption.NOFOLLOW_LINKS);
          }
        }
      }
    }
  }

  static Object attribute(Path path, String name) throws IOException {
    return Files.getAttribute(path, name, LinkOption.NOFOLLOW_LINKS);
  }
}
