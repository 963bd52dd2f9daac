package dk.genvej.bench;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the classes lie that stand in for audit and signatures: beside the program, not in it. */
final class BenchClasses {

  private BenchClasses() {}

  static Path place() {
    try {
      var program =
          Path.of(BenchClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      var place =
          Files.isDirectory(program)
              ? program.resolveSibling("bench-classes")
              : program.resolveSibling("genvej-bench.jar");
      if (Files.notExists(place)) {
        throw new IllegalStateException(place + " is missing: build the program first");
      }
      return place;
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
