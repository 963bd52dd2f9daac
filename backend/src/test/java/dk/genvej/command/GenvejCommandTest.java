package dk.genvej.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.citizen.CprVault;
import dk.genvej.database.Installation;
import dk.genvej.testing.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenvejCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "walk",
        "serve",
        "migrate",
        "municipality",
        "municipality add",
        "key new"
      })
  void everyCommandHasHelp(String command) {
    var arguments = (command + " --help").strip().split(" ");
    assertThat(run(arguments)).isZero();
    assertThat(out.toString()).contains("Usage: genvej " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "demo --port many", "serve --nonsense", "key", "municipality", "key new"})
  void wrongUseIsTwo(String command) {
    var arguments = command.isEmpty() ? new String[0] : command.split(" ");
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: genvej");
  }

  @Test
  void aConfigurationThatCannotBeReadIsRefused() {
    assertThat(run("serve", "--config", "no-such.yml")).isEqualTo(2);
    assertThat(err.toString()).contains("--config: the file no-such.yml cannot be read.");
  }

  @Test
  void whatFailsIsOneInASentence() {
    assertThat(run("walk", "--url", "http://127.0.0.1:1")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("No demo answers at http://127.0.0.1:1");
  }

  @Test
  void aNewKeyIsItsOwnersAloneAndIsNeverWrittenOver() throws IOException {
    var file = folder.resolve("master-key.json");
    assertThat(run("key", "new", file.toString())).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var made = Files.readString(file);
    assertThat(run("key", "new", file.toString())).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo(made);
  }

  @Test
  void aSecondMigrationChangesNothing() throws IOException {
    assertThat(run("migrate", "--config", config().toString())).isZero();
    assertThat(out.toString()).contains("The schema was up to date.");
  }

  @Test
  void migrateNeedsTheOwner() throws IOException {
    var file = Files.writeString(folder.resolve("empty.yml"), "genvej.owner.password: x");
    assertThat(run("migrate", "--config", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("Setting datasources.default.url is missing");
  }

  @Test
  void aMunicipalityIsAddedOnce() throws IOException {
    var config = config().toString();
    for (int time = 1; time <= 2; time++) {
      assertThat(
              run("municipality", "add", "--config", config, "--code", "888", "--name", "Prøveby"))
          .as(err.toString())
          .isZero();
    }
    assertThat(run("municipality", "add", "--config", config, "--code", "7", "--name", "X"))
        .isEqualTo(2);
  }

  private int run(String... arguments) {
    return GenvejCommand.line()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private Path config() throws IOException {
    var installation = TestServer.running().installation();
    var key = folder.resolve("key.json");
    Files.writeString(key, CprVault.newMasterKey());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(
        folder.resolve("genvej.yml"),
        """
        datasources.default.url: %s
        datasources.default.username: %s
        datasources.default.password: %s
        genvej.owner.password: %s
        genvej.token.issuer: https://login.example.dk
        genvej.token.audience: genvej
        genvej.token.jwks-uri: https://login.example.dk/jwks
        genvej.cpr.master-key-file: %s
        """
            .formatted(
                installation.url(),
                Installation.APP,
                installation.password(),
                installation.password(),
                key));
  }
}
