package dk.genvej.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A JVM of its own that starts the database of a folder and then only waits, to be killed.
 *
 * @param serverPid process of the server it started
 */
record StartingJvm(Process process, long serverPid) {

  static StartingJvm launch(Path home) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StartingJvm.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader words = process.inputReader();
    return new StartingJvm(process, Long.parseLong(words.readLine()));
  }

  /** Starts from a short-lived thread: the server must not depend on who asked for it. */
  public static void main(String... arguments) throws InterruptedException {
    var home = Path.of(arguments[0]);
    var asker =
        Thread.ofPlatform().start(() -> EmbeddedPostgres.start(PostgresOptions.fleetingAt(home)));
    asker.join();
    System.gc();
    Thread.sleep(300);
    System.out.println(PidFile.of(home.resolve("data")).pid());
    Thread.sleep(60_000);
  }
}
