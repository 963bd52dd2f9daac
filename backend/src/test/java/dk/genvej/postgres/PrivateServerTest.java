package dk.genvej.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Nobody else on the machine or outside it gets at the data. */
class PrivateServerTest {
  private final Path home = TestHome.FOLDER;

  @Test
  void aWrongPasswordIsRefused() {
    try (var postgres = TestHome.start()) {
      assertThatThrownBy(() -> TestHome.connect(postgres, "postgres", "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> TestHome.connect(postgres, "postgres", null))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void listensOnLoopbackAloneAndOnNoUnixSocket() throws Exception {
    try (var postgres = TestHome.start()) {
      assertThat(TestHome.ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Listeners.addressesOf(postgres.port())).containsExactly("0100007F");
      assertThat(Files.readString(Path.of("/proc/net/unix")))
          .doesNotContain(".s.PGSQL." + postgres.port());
      for (var address : (Iterable<InetAddress>) Listeners.outwardAddresses()::iterator) {
        assertThatThrownBy(() -> new Socket(address, postgres.port()).close())
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void onlyTheOwnerMayLookIntoTheFolder() throws IOException {
    TestHome.start().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void rootWithoutNamespacesRunsTheServerAsNobody() throws Exception {
    try (var launcher = new Launcher()) {
      assumeTrue(Account.isRoot(), "needs root");
      var options = PostgresOptions.fleetingAt(home);
      TestHome.start().close();
      try (var postgres = EmbeddedPostgres.start(options, launcher, Account.NOBODY)) {
        var server = Path.of("/proc", Long.toString(PidFile.of(home.resolve("data")).pid()));
        assertThat(Files.getAttribute(server.resolve("status"), "unix:uid")).isEqualTo(65_534);
        assertThat(TestHome.ask(postgres, "select 1")).isEqualTo("1");
      }
    }
    try (var postgres = TestHome.start()) {
      assertThat(TestHome.ask(postgres, "select 1")).as("and back again").isEqualTo("1");
    }
  }
}
