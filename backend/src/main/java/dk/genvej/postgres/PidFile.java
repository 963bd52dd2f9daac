package dk.genvej.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL's {@code postmaster.pid}: who runs in a data folder and how far it has come. The
 * lines' meaning is in PostgreSQL's source, {@code src/include/utils/pidfile.h}.
 *
 * @param pid the server's process, 0 where there is none
 * @param ready whether it takes connections
 */
record PidFile(long pid, boolean ready) {
  static final String NAME = "postmaster.pid";
  private static final PidFile NONE = new PidFile(0, false);
  private static final int STATUS_LINE = 7;

  /**
   * The file comes, grows and goes while it is looked at; any unfinished state is "none". Read as
   * Latin-1 because it holds the folder's name in whatever bytes the file system has.
   */
  static PidFile of(Path data) {
    try {
      var lines = Files.readAllLines(data.resolve(NAME), StandardCharsets.ISO_8859_1);
      return lines.isEmpty() ? NONE : parse(lines);
    } catch (NoSuchFileException none) {
      return NONE;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static PidFile parse(List<String> lines) {
    var first = lines.getFirst().strip();
    if (!first.matches("[0-9]{1,10}")) {
      return NONE;
    }
    var ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    return new PidFile(Long.parseLong(first), ready);
  }
}
