package dk.genvej.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes later starts of the backend cheap: one start and stop leaves an archive of the classes it
 * loaded, which the JVM maps instead of loading them again. The program is the same.
 */
final class QuickStart {

  private QuickStart() {}

  /** Ways to start what that site's settings tell, in a third of the time. */
  static Launch trained(Site site, Launch launch) throws IOException {
    var packed = launch.on(packed(launch.classPath(), site.home()));
    var archive = site.home().resolve("classes.jsa");
    var training = packed.with("-XX:ArchiveClassesAtExit=" + archive);
    try (var backend = new Backend("training", site.home(), site.settings(-1), training)) {
      backend.start();
      backend.stop();
    }
    return packed.with("-XX:SharedArchiveFile=" + archive);
  }

  /** An archive is of jars only, so each folder of classes becomes one. */
  private static List<Path> packed(List<Path> classPath, Path home) throws IOException {
    var jars = new ArrayList<Path>();
    for (var place : classPath) {
      if (!Files.isDirectory(place)) {
        jars.add(place);
      } else if (!place.endsWith("test-classes")) {
        var jar = home.resolve("packed-" + jars.size() + ".jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
          out.setLevel(1);
          pack(place, out);
        }
        jars.add(jar);
      }
    }
    return jars;
  }

  private static void pack(Path folder, ZipOutputStream out) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }
}
