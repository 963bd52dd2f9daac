package dk.genvej.exports;

import dk.genvej.testing.World;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long many outcomes take and how much memory: run this class with a number of rows, under
 * {@code -Xmx256m}. The server and the filling are in the same process; the peak is of the export
 * alone.
 */
final class DatasetBench {

  private DatasetBench() {}

  public static void main(String... arguments) throws IOException {
    int rows = Integer.parseInt(arguments[0]);
    var world = new World();
    ManyOutcomes.fill(world, rows);
    for (var format : Format.values()) {
      var folder = Files.createTempDirectory("genvej-dataset");
      measure(format.label(), folder, () -> new DatasetWorld(world, folder).export(format));
    }
    var folder = Files.createTempDirectory("genvej-research");
    measure("research", folder, () -> new DatasetWorld(world, folder).research(new byte[32], 5));
    System.exit(0);
  }

  private static void measure(
      String what, Path folder, java.util.function.Supplier<DatasetReport> export)
      throws IOException {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    var begun = System.nanoTime();
    var report = export.get();
    var seconds = (System.nanoTime() - begun) / 1_000_000_000.0;
    long size = 0;
    for (var file : report.files()) {
      size += Files.size(folder.resolve(file.name()));
    }
    System.out.printf(
        "%s: %d and %d rows, %.1f s, %d MB of files, heap at most %d MB of %d%n",
        what,
        report.files().get(0).rows(),
        report.files().get(1).rows(),
        seconds,
        size >> 20,
        peak() >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** What lived and what waited to be collected, together. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
