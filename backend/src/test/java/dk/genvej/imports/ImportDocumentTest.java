package dk.genvej.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImportDocumentTest {

  @Test
  void everyColumnIsDescribedAsItIsRead() throws IOException {
    var document = Files.readString(Path.of("docs", "import.md"));
    for (var kind : FileKind.values()) {
      var heading = "## " + kind.name().toLowerCase(Locale.ROOT) + " (" + kind.danish() + ")";
      var section = document.substring(document.indexOf(heading));
      for (var column : kind.columns()) {
        assertThat(section)
            .contains("\n| " + column.name() + " | " + (column.needed() ? "yes" : "no") + " | ");
      }
    }
  }
}
