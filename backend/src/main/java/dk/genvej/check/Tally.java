package dk.genvej.check;

import dk.genvej.client.BadNetwork.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was looked at and what went wrong by intent, over all trials. */
final class Tally {

  private final AtomicLong saved = new AtomicLong();
  private final AtomicLong falselySaved = new AtomicLong();
  private final Map<Fault, Integer> faults = new TreeMap<>();

  void saved(boolean truly) {
    saved.incrementAndGet();
    if (!truly) {
      falselySaved.incrementAndGet();
    }
  }

  synchronized void network(Map<Fault, Integer> done) {
    done.forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
  }

  /** What earlier runs of the same campaign counted. */
  synchronized void read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    for (var line : Files.readAllLines(file)) {
      var cells = line.split("\t", -1);
      long count = Long.parseLong(cells[1]);
      switch (cells[0]) {
        case "saved" -> saved.addAndGet(count);
        case "falsely saved" -> falselySaved.addAndGet(count);
        default -> faults.merge(Fault.valueOf(cells[0]), (int) count, Integer::sum);
      }
    }
  }

  synchronized void write(Path file) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("saved\t" + saved);
    lines.add("falsely saved\t" + falselySaved);
    faults.forEach((fault, count) -> lines.add(fault.name() + "\t" + count));
    Files.write(file, lines);
  }

  /** R9. */
  long falselySaved() {
    return falselySaved.get();
  }

  long saved() {
    return saved.get();
  }

  synchronized Map<Fault, Integer> network() {
    return new TreeMap<>(faults);
  }
}
