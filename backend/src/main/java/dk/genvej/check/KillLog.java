package dk.genvej.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What came of each kill, a line each: a run that was stopped goes on behind the last. */
final class KillLog {

  private final Path file;
  private final List<Kill> kills = new ArrayList<>();

  private KillLog(Path file) {
    this.file = file;
  }

  /**
   * @param landed at a moment when an upload had been sent and was not answered
   * @param inAnEnd likewise for the end of a course
   * @param faults sentences; none when nothing was lost or doubled
   */
  record Kill(boolean landed, boolean inAnEnd, List<String> faults) {

    private static Kill of(String line) {
      var cells = List.of(line.split("\t"));
      return new Kill(
          Boolean.parseBoolean(cells.get(0)),
          Boolean.parseBoolean(cells.get(1)),
          cells.subList(2, cells.size()));
    }

    private String line() {
      var cells = new ArrayList<>(List.of(Boolean.toString(landed), Boolean.toString(inAnEnd)));
      faults.forEach(fault -> cells.add(fault.replace('\t', ' ').replace('\n', ' ')));
      return String.join("\t", cells) + "\n";
    }
  }

  static KillLog in(Path home, long seed) throws IOException {
    Files.createDirectories(home);
    var log = new KillLog(home.resolve("kills-" + seed + ".tsv"));
    if (Files.exists(log.file)) {
      Files.readAllLines(log.file).forEach(line -> log.kills.add(Kill.of(line)));
    }
    return log;
  }

  void add(Kill kill) throws IOException {
    kills.add(kill);
    Files.writeString(file, kill.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  int size() {
    return kills.size();
  }

  int landed() {
    return (int) kills.stream().filter(Kill::landed).count();
  }

  int inAnEnd() {
    return (int) kills.stream().filter(Kill::inAnEnd).count();
  }

  int unharmed() {
    return (int) kills.stream().filter(kill -> kill.faults().isEmpty()).count();
  }

  List<String> faults() {
    return kills.stream().flatMap(kill -> kill.faults().stream()).toList();
  }
}
