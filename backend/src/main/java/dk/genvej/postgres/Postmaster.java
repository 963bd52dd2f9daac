package dk.genvej.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The running server. */
final class Postmaster {
  /** Mostly 0.1 s; long because a start after a crash first replays the write-ahead log. */
  private static final Duration START = Duration.ofMinutes(5);

  private static final Duration CLEAN_STOP = Duration.ofSeconds(30);
  private static final Duration ABRUPT_STOP = Duration.ofSeconds(10);

  private final Home home;
  private final Launcher launcher;
  private final Process process;

  private Postmaster(Home home, Launcher launcher, Process process) {
    this.home = home;
    this.launcher = launcher;
    this.process = process;
  }

  /** Returns when the server takes connections. */
  static Postmaster start(
      Home home, Binaries binaries, Account account, Launcher from, int port, PostgresOptions how)
      throws IOException {
    var command = command(binaries.program("postgres"), home.data(), parameters(how, port));
    var process = from.start(account.prefix(), home.log(), command);
    var postmaster = new Postmaster(home, from, process);
    try {
      postmaster.awaitReady();
      return postmaster;
    } catch (RuntimeException failure) {
      postmaster.process.destroyForcibly();
      throw failure;
    }
  }

  /** Later entries win, so the user's come after the launcher's habits and before its promises. */
  static Map<String, String> parameters(PostgresOptions how, int port) {
    var all = new LinkedHashMap<String, String>();
    all.put("shared_preload_libraries", "pg_stat_statements");
    // A refused row would put its key (a person's number, say) into the log, in clear.
    all.put("log_error_verbosity", "terse");
    all.put("log_min_error_statement", "panic");
    if (!how.durable()) {
      all.putAll(Map.of("synchronous_commit", "off", "full_page_writes", "off"));
    }
    all.putAll(how.settings());
    all.put("fsync", how.durable() ? "on" : "off");
    all.put("port", Integer.toString(port));
    all.put("listen_addresses", Ports.HOST);
    all.put("unix_socket_directories", "");
    return all;
  }

  private static String[] command(Path program, Path data, Map<String, String> parameters) {
    var command = new ArrayList<>(List.of(program.toString(), "-D", data.toString()));
    parameters.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command.toArray(String[]::new);
  }

  private void awaitReady() throws IOException {
    if (!Waiting.until(() -> isReady() || !process.isAlive(), START)) {
      throw Diagnosis.of("it was not ready after %s.".formatted(START), home.folder());
    }
    if (!process.isAlive()) {
      throw Diagnosis.of(Files.readString(home.log()), home.folder());
    }
  }

  private boolean isReady() {
    var file = PidFile.of(home.data());
    return file.ready() && file.pid() == process.pid();
  }

  /** Clean as long as the server can: clients are cut off, transactions under way rolled back. */
  void stop() throws IOException {
    signal("INT");
    if (Waiting.until(() -> !process.isAlive(), CLEAN_STOP)) {
      return;
    }
    signal("QUIT");
    if (!Waiting.until(() -> !process.isAlive(), ABRUPT_STOP)) {
      process.destroyForcibly();
    }
  }

  private void signal(String name) throws IOException {
    if (process.isAlive()) {
      Signals.send(name, process.pid(), launcher);
    }
  }
}
