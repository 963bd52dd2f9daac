package dk.genvej.receiver;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything that was accepted, in the order it came: a file of one JSON object a line, only ever
 * added to, and on the disk before it is answered. A line that was cut short by a crash was never
 * answered, and is dropped.
 */
public final class Ledger implements AutoCloseable {

  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final ReentrantLock lock = new ReentrantLock();
  private final FileChannel file;
  private final List<JsonNode> bodies = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final Map<Key, Held> byKey = new HashMap<>();

  private record Key(UUID trackingId, int version) {}

  /** What becomes of a version that is offered. */
  enum Entry {
    ACCEPTED,
    /** It is held with this very content. */
    HELD,
    /** It is held with other content. */
    TAKEN,
    /** It names a version of another row. */
    OTHER_ROW
  }

  Ledger(Path folder) throws IOException {
    Files.createDirectories(folder);
    var path = folder.resolve("ledger.jsonl");
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.truncate(read(path));
    file.position(file.size());
  }

  /** Answers how many bytes of the file are whole lines. */
  private long read(Path path) throws IOException {
    var text = Files.readString(path);
    int whole = text.lastIndexOf('\n') + 1;
    for (var line : text.substring(0, whole).lines().toList()) {
      keep(JSON.readTree(line));
    }
    return text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
  }

  Entry offer(JsonNode body) throws IOException {
    lock.lock();
    try {
      var offered = Held.of(held.size(), body);
      var known = byKey.get(new Key(offered.trackingId(), offered.version()));
      if (known != null) {
        return known.hash().equals(offered.hash()) ? Entry.HELD : Entry.TAKEN;
      }
      var named = byKey.get(new Key(offered.trackingId(), body.path("supersedes").asInt()));
      if (named != null && !named.row().equals(offered.row())) {
        return Entry.OTHER_ROW;
      }
      write(body);
      keep(body);
      return Entry.ACCEPTED;
    } finally {
      lock.unlock();
    }
  }

  private void write(JsonNode body) throws IOException {
    var line = ByteBuffer.wrap((Canonical.text(body) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      file.write(line);
    }
    file.force(false);
  }

  private void keep(JsonNode body) {
    var one = Held.of(held.size(), body);
    bodies.add(body);
    held.add(one);
    byKey.put(new Key(one.trackingId(), one.version()), one);
  }

  /** Every version, in the order they came. */
  public List<Held> held() {
    lock.lock();
    try {
      return List.copyOf(held);
    } finally {
      lock.unlock();
    }
  }

  /** The latest bodies, the last that came first. */
  List<JsonNode> latest(int most) {
    lock.lock();
    try {
      return List.copyOf(
          bodies.subList(Math.max(0, bodies.size() - most), bodies.size()).reversed());
    } finally {
      lock.unlock();
    }
  }

  /** Of each row the highest version, unless that annuls it. */
  public List<Held> standing(int municipality) {
    var highest = new HashMap<List<Object>, Held>();
    for (var one : held()) {
      if (one.municipality() == municipality) {
        highest.merge(
            List.of(one.trackingId(), one.row()), one, (a, b) -> a.version() > b.version() ? a : b);
      }
    }
    return highest.values().stream()
        .filter(one -> !one.annulled())
        .sorted(
            Comparator.comparing((Held one) -> one.trackingId().toString())
                .thenComparingInt(Held::version))
        .toList();
  }

  /** A month as the contract tells it. */
  public record Month(int count, String hash) {}

  public SortedMap<YearMonth, Month> months(int municipality, YearMonth from, YearMonth until) {
    var lines = new TreeMap<YearMonth, StringBuilder>();
    var counts = new HashMap<YearMonth, Integer>();
    for (var one : standing(municipality)) {
      if (!one.month().isBefore(from) && !one.month().isAfter(until)) {
        lines
            .computeIfAbsent(one.month(), _ -> new StringBuilder())
            .append(one.trackingId() + " " + one.version() + " " + one.hash() + "\n");
        counts.merge(one.month(), 1, Integer::sum);
      }
    }
    var months = new TreeMap<YearMonth, Month>();
    lines.forEach(
        (month, text) ->
            months.put(
                month,
                new Month(counts.getOrDefault(month, 0), Canonical.sha256(text.toString()))));
    return months;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
