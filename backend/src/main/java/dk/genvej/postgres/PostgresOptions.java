package dk.genvej.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * How an embedded database is to run.
 *
 * @param home folder for this database alone: programs, data, password, log. Made if it is absent
 * @param port TCP port on 127.0.0.1; 0 takes the port used last time if it is free, else any free
 *     one, so that a saved connection in a database tool goes on working
 * @param durable true waits for the disk at every commit; false may lose or break the data when the
 *     machine (not the program) stops, and is for tests only
 * @param settings server parameters by name, such as {@code work_mem}. They win over the launcher's
 *     own choices except for those that keep the server private or are options here
 */
public record PostgresOptions(Path home, int port, boolean durable, Map<String, String> settings) {

  /** What other options or promises decide, so that a setting could only contradict them. */
  private static final Set<String> FIXED =
      Set.of(
          "port",
          "fsync",
          "listen_addresses",
          "unix_socket_directories",
          "data_directory",
          "config_file",
          "hba_file",
          "ident_file",
          "external_pid_file");

  /** Copies the settings and refuses what can't be meant. */
  public PostgresOptions {
    home = home.toAbsolutePath().normalize();
    settings = Map.copyOf(settings);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
    }
    settings.keySet().forEach(PostgresOptions::requireFree);
  }

  /** Kept data on a port of its own choice: what a demo wants. */
  public static PostgresOptions at(Path home) {
    return new PostgresOptions(home, 0, true, Map.of());
  }

  /** The same without waiting for the disk: what tests want. */
  public static PostgresOptions fleetingAt(Path home) {
    return new PostgresOptions(home, 0, false, Map.of());
  }

  /** Lower case only: PostgreSQL ignores case, so {@code Fsync} would slip past {@link #FIXED}. */
  private static void requireFree(String name) {
    if (!name.matches("[a-z_][a-z0-9_.]*") || FIXED.contains(name)) {
      throw new IllegalArgumentException("The setting \"" + name + "\" can't be given here.");
    }
  }
}
