package dk.genvej.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that was measured, by figure, in the order it was measured. */
final class Samples {

  private final Map<String, List<Sample>> byFigure = new LinkedHashMap<>();

  /**
   * One measurement.
   *
   * @param bytes of the answer as it came over the wire; 0 where there was none
   */
  record Sample(int round, double millis, int bytes) {}

  synchronized void add(String figure, int round, double millis, int bytes) {
    byFigure.computeIfAbsent(figure, _ -> new ArrayList<>()).add(new Sample(round, millis, bytes));
  }

  synchronized boolean has(String figure) {
    return byFigure.containsKey(figure);
  }

  double median(String figure) {
    return percentile(figure, 50);
  }

  /** The least of which so many percent are no more; NaN where nothing was measured. */
  synchronized double percentile(String figure, int percent) {
    var millis = byFigure.getOrDefault(figure, List.of()).stream().mapToDouble(Sample::millis);
    var sorted = millis.sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /** Of the largest answer. */
  synchronized int bytes(String figure) {
    return byFigure.getOrDefault(figure, List.of()).stream()
        .mapToInt(Sample::bytes)
        .max()
        .orElse(0);
  }

  synchronized int count(String figure) {
    return byFigure.getOrDefault(figure, List.of()).size();
  }

  /** As CSV, one line for each. */
  synchronized void write(Path file) throws IOException {
    var text = new StringBuilder("figure,round,milliseconds,bytes\n");
    byFigure.forEach(
        (figure, samples) ->
            samples.forEach(
                one ->
                    text.append(
                        String.format(
                            Locale.ROOT,
                            "%s,%d,%.3f,%d%n",
                            figure,
                            one.round(),
                            one.millis(),
                            one.bytes()))));
    Files.writeString(file, text);
  }
}
