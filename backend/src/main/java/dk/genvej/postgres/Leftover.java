package dk.genvej.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A server that a JVM killed earlier left in the data folder. To be asked only by who holds the
 * {@link Home}: then nobody else uses that server.
 *
 * <p>All processes of a server have its data folder as working directory. That tells them from an
 * unrelated process which got the old number, a thing {@code postmaster.pid} alone can't.
 */
final class Leftover {
  /** After a kill the server has had its signal already and is mostly gone within 0.2 s. */
  private static final Duration GOES_BY_ITSELF = Duration.ofMillis(500);

  /** A clean stop writes a checkpoint: seconds on a slow disk. */
  private static final Duration CLEAN_STOP = Duration.ofSeconds(30);

  /** SIGQUIT drops everything at once; the next start repairs from the write-ahead log. */
  private static final Duration ABRUPT_STOP = Duration.ofSeconds(10);

  private final Path data;
  private final Launcher launcher;

  private Leftover(Path data, Launcher launcher) {
    this.data = data;
    this.launcher = launcher;
  }

  /** Afterwards no server runs in the folder and none seems to. */
  static void clear(Path data, Launcher launcher) throws IOException {
    var leftover = new Leftover(data, launcher);
    if (!leftover.goesWithin(GOES_BY_ITSELF)) {
      leftover.stop();
    }
    // PostgreSQL would refuse to start if the number in it now belongs to some other process.
    Files.deleteIfExists(data.resolve(PidFile.NAME));
  }

  private void stop() throws IOException {
    signal("INT", "TERM");
    if (goesWithin(CLEAN_STOP)) {
      return;
    }
    signal("QUIT", "QUIT");
    if (!goesWithin(ABRUPT_STOP)) {
      throw new EmbeddedPostgresException(
          "A database server left in %s does not stop: end process %d and start again."
              .formatted(data, processes().getFirst()));
    }
  }

  /** SIGINT means "clean stop" to the server but "cancel the query" to one of its orphans. */
  private void signal(String toServer, String toOrphan) throws IOException {
    var server = PidFile.of(data).pid();
    var processes = processes();
    if (processes.contains(server)) {
      Signals.send(toServer, server, launcher);
      return;
    }
    for (var orphan : processes) {
      Signals.send(toOrphan, orphan, launcher);
    }
  }

  private boolean goesWithin(Duration limit) {
    return Waiting.until(() -> processes().isEmpty(), limit);
  }

  private List<Long> processes() {
    return ProcessHandle.allProcesses().map(ProcessHandle::pid).filter(this::isOurs).toList();
  }

  private boolean isOurs(long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")).equals(data);
    } catch (IOException goneOrAnothers) {
      return false;
    }
  }
}
