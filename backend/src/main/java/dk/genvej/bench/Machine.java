package dk.genvej.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What a figure was measured on. */
final class Machine {

  private Machine() {}

  static String described() {
    return "%d processors%s, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            firstValue("/proc/cpuinfo", "model name") + memory(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  private static String memory() {
    var kilobytes = firstValue("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return kilobytes.isEmpty() ? "" : ", %d GB".formatted(Long.parseLong(kilobytes) >> 20);
  }

  /** The first value of that name in a file of such; empty where there is none. */
  private static String firstValue(String file, String name) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException notThisSystem) {
      return "";
    }
  }

  /** How many wanted to run, over the last minute. */
  static String load() {
    return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  static String versions(Connection connection) throws SQLException {
    return "JDK %s, PostgreSQL %s, commit %s"
        .formatted(
            Runtime.version(), connection.getMetaData().getDatabaseProductVersion(), commit());
  }

  /** Of the checkout that this is run in; "unknown" outside one. */
  private static String commit() {
    try {
      var git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD");
      var process = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? answer : "unknown";
    } catch (IOException noGit) {
      return "unknown";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
