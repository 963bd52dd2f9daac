package dk.genvej.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stays and what goes when the database, the JVM or a predecessor ends. */
class EmbeddedPostgresTest {
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private final Path home = TestHome.FOLDER;

  @Test
  void aRowSurvivesARestartOnTheSamePort() throws SQLException {
    int port;
    try (var postgres = TestHome.start()) {
      port = postgres.port();
      TestHome.execute(postgres, "create table if not exists kept (word text)");
      TestHome.execute(postgres, "insert into kept values ('gangtræning')");
    }
    try (var postgres = TestHome.start()) {
      assertThat(TestHome.ask(postgres, "select distinct word from kept")).isEqualTo("gangtræning");
      assertThat(postgres.port()).isEqualTo(port);
    }
  }

  @Test
  void aDatabaseIsMadeOnce() throws SQLException {
    try (var postgres = TestHome.start()) {
      postgres.createDatabase("genvej");
      assertThat(postgres.createDatabase("genvej")).isFalse();
      assertThat(TestHome.connect(postgres, "genvej", postgres.password()).getCatalog())
          .isEqualTo("genvej");
      assertThatThrownBy(() -> postgres.createDatabase("x\"; drop database genvej"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aKilledJvmLeavesNoServerAndTheNextStartTakesSeconds() throws Exception {
    var child = StartingJvm.launch(home);
    var server = ProcessHandle.of(child.serverPid()).orElseThrow();
    child.process().destroyForcibly().waitFor();
    assertThat(Waiting.until(() -> !server.isAlive(), SECONDS)).isTrue();
    var begin = System.nanoTime();
    try (var postgres = TestHome.start()) {
      assertThat(TestHome.ask(postgres, "select 1")).isEqualTo("1");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SECONDS);
  }

  @Test
  void aServerLeftRunningInTheFolderIsStoppedAndReplaced() throws Exception {
    TestHome.start().close();
    try (var launcher = new Launcher()) {
      var leftover = startLeftover(launcher);
      try (var postgres = TestHome.start()) {
        assertThat(leftover.isAlive()).isFalse();
        assertThat(leftover.exitValue()).as("stopped cleanly, not killed").isZero();
        assertThat(TestHome.ask(postgres, "select 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void aProcessThatGotTheOldServersNumberIsLeftAlone() throws Exception {
    TestHome.start().close();
    var stranger = new ProcessBuilder("sleep", "60").start();
    Files.writeString(
        home.resolve("data/" + PidFile.NAME), stranger.pid() + "\n" + home + "/data\n0\n0\n");
    try (var postgres = TestHome.start()) {
      assertThat(TestHome.ask(postgres, "select 1")).isEqualTo("1");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void aFolderInUseIsRefusedAndStaysHeld() throws IOException {
    try (var postgres = TestHome.start()) {
      assertThatThrownBy(TestHome::start)
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessageContaining("is in use by another running Genvej");
      assertThat(postgres.port()).isPositive();
      var lock = Files.getAttribute(home.resolve("genvej-postgres.lock"), "unix:ino");
      assertThat(Files.readString(Path.of("/proc/locks"))).contains(":" + lock + " ");
    }
  }

  @Test
  void aFolderOfAnotherMajorIsRefused() throws IOException {
    TestHome.start().close();
    var marker = home.resolve("postgres-major");
    var right = Files.readString(marker);
    Files.writeString(marker, "17\n");
    try {
      assertThatThrownBy(TestHome::start)
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessage(
              "The database in %s was made by PostgreSQL 17 and this program brings PostgreSQL 18:"
                  + " use the program that made it or choose another folder.",
              home);
    } finally {
      Files.writeString(marker, right);
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
      var port = other.getLocalPort();
      assertThatThrownBy(
              () -> EmbeddedPostgres.start(new PostgresOptions(home, port, false, Map.of())))
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessageStartingWith("Port " + port + " on 127.0.0.1 is taken");
    }
  }

  @Test
  void waitsForTheDiskUnlessToldOtherwise() throws SQLException {
    var settings = Map.of("work_mem", "7MB");
    try (var postgres = EmbeddedPostgres.start(new PostgresOptions(home, 0, true, settings))) {
      assertThat(TestHome.ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(TestHome.ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(TestHome.ask(postgres, "show work_mem")).isEqualTo("7MB");
    }
    try (var postgres = TestHome.start()) {
      assertThat(TestHome.ask(postgres, "show fsync")).isEqualTo("off");
    }
  }

  /** As a JVM without the parent-death signal would have left it. */
  private Process startLeftover(Launcher launcher) throws IOException {
    try (var binaries = Files.newDirectoryStream(home, "binaries-*")) {
      var program = binaries.iterator().next().resolve("bin/postgres").toString();
      var data = home.resolve("data");
      var prefix = Account.choose(launcher).prefix();
      var process =
          launcher.start(
              prefix,
              home.resolve("leftover.log"),
              program,
              "-D",
              data.toString(),
              "-c",
              "port=" + Files.readString(home.resolve("port")).strip(),
              "-c",
              "unix_socket_directories=");
      assertThat(Waiting.until(() -> PidFile.of(data).ready(), SECONDS)).isTrue();
      return process;
    }
  }
}
