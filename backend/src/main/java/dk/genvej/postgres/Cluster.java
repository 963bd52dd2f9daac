package dk.genvej.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data folder, made at the first start. */
final class Cluster {
  /** Not "app" or the like: such a name invites mistaking it for the role without rights. */
  static final String SUPERUSER = "postgres";

  /** Programs 60 MB, empty database 40 MB, first write-ahead log, and room to do something. */
  static final long ROOM_NEEDED = 250L << 20;

  private Cluster() {}

  static void requireRoom(Path home, long usableBytes) {
    if (usableBytes < ROOM_NEEDED) {
      throw new EmbeddedPostgresException(
          "A new database needs %d MB and the disk of %s has %d MB left: free some space or choose a folder on another disk."
              .formatted(ROOM_NEEDED >> 20, home, usableBytes >> 20));
    }
  }

  /** Makes it beside and renames: a data folder that exists is a finished one. */
  static void create(Home home, Binaries binaries, Account account, boolean durable, Launcher from)
      throws IOException {
    var aside = home.folder().resolve("data.part");
    Folders.delete(aside);
    var answer = from.ask(account.prefix(), initdb(home, binaries, aside, durable));
    if (!answer.succeeded()) {
      throw Diagnosis.of(answer.output(), home.folder());
    }
    Files.move(aside, home.data(), StandardCopyOption.ATOMIC_MOVE);
    home.rememberMajor(binaries.major());
  }

  /**
   * Text is ordered and folded by PostgreSQL's own Unicode rules, not by the machine's C library,
   * so the same data behaves alike everywhere and survives a change of machine.
   */
  private static String[] initdb(Home home, Binaries binaries, Path target, boolean durable) {
    var command =
        new ArrayList<>(
            List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--pwfile=" + home.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
    if (!durable) {
      command.add("--no-sync");
    }
    return command.toArray(String[]::new);
  }
}
