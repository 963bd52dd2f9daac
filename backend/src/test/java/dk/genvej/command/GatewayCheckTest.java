package dk.genvej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayCheckTest {

  @TempDir private Path packages;
  @TempDir private Path reports;

  @Test
  void withoutPackageFilesItSaysSoInOneSentenceAndDoesNotPass() {
    assertThat(check())
        .isEqualTo(
            "2 Not checked against the published profiles: there are no package files (.tgz) in "
                + packages
                + ".");
  }

  @Test
  void withoutReportsOrAValidatorItSaysSoToo() throws IOException {
    Files.writeString(packages.resolve("guide.tgz"), "not read");
    assertThat(check()).contains("there are no reports (.json) in " + reports);

    Files.writeString(reports.resolve("start.json"), "{}");
    assertThat(check())
        .isEqualTo(
            "2 Not checked against the published profiles: this build has no validator; build one"
                + " with \"mvn -Pconformance\".");
  }

  private String check() {
    var out = new StringWriter();
    int exit =
        GenvejCommand.line()
            .setOut(new PrintWriter(out))
            .execute(
                "check",
                "gateway",
                "--packages",
                packages.toString(),
                "--reports",
                reports.toString());
    return exit + " " + out.toString().strip();
  }
}
