package dk.genvej.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs from one platform thread that lives until {@link #close()}.
 *
 * <p>The kernel ties a program's parent-death signal to the starting <em>thread</em>. A carrier of
 * virtual threads or a pool's worker may end at any time and would stop the database with it.
 */
final class Launcher implements AutoCloseable {
  /** Where the tools are when the caller has no PATH, as under some service managers. */
  private static final String USUAL_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

  /**
   * Not {@code Executors.newSingleThreadExecutor}: its thread ends once the executor is garbage,
   * and nobody need hold on to a database that only a connection pool uses.
   */
  private final ThreadPoolExecutor starter =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> Thread.ofPlatform().daemon().name("embedded-postgres").unstarted(task));

  /** What a short program said (both streams) and whether it was content. */
  record Answer(boolean succeeded, String output) {}

  /** Runs a short program to its end; one that isn't installed counts as failed. */
  Answer ask(String... command) throws IOException {
    return ask(List.of(), command);
  }

  Answer ask(List<String> prefix, String... command) throws IOException {
    Process process;
    try {
      process = start(new ProcessBuilder(join(prefix, command)));
    } catch (IOException notInstalled) {
      return new Answer(false, String.valueOf(notInstalled.getMessage()));
    }
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(Waiting.uninterruptedly(process) == 0, output);
  }

  /** Starts a program that stays, its words going to a file that is begun anew. */
  Process start(List<String> prefix, Path log, String... command) throws IOException {
    return start(new ProcessBuilder(join(prefix, command)).redirectOutput(log.toFile()));
  }

  private Process start(ProcessBuilder builder) throws IOException {
    builder.redirectErrorStream(true);
    useOwnEnvironment(builder.environment());
    try {
      return CompletableFuture.supplyAsync(() -> begin(builder), starter).join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      throw failure;
    }
  }

  private static Process begin(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Nothing of the caller's: PG* would change the server, LC_* its messages, and secrets in the
   * environment aren't the database's business.
   */
  private static void useOwnEnvironment(Map<String, String> environment) {
    var path = environment.getOrDefault("PATH", USUAL_PATH);
    environment.clear();
    environment.putAll(Map.of("PATH", path, "LC_ALL", "C", "TZ", "UTC"));
  }

  private static List<String> join(List<String> prefix, String... command) {
    var all = new ArrayList<>(prefix);
    all.addAll(List.of(command));
    return all;
  }

  @Override
  public void close() {
    starter.shutdown();
  }
}
