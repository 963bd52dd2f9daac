package dk.genvej.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file a rule's whole answer is held against; {@code -Dgolden.update=true} rewrites it. */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  public static void assertMatches(String file, List<String> lines) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.write(FOLDER.resolve(file), lines);
      }
      assertThat(lines).isEqualTo(Files.readAllLines(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
