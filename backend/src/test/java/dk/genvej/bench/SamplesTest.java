package dk.genvej.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

  private final Samples samples = new Samples();

  @Test
  void aMedianIsTheOneInTheMiddleWhateverTheOrder() {
    IntStream.of(9, 1, 5, 3, 100)
        .forEach(millis -> samples.add("P1 serve", 0, millis, 10 * millis));

    assertThat(samples.median("P1 serve")).isEqualTo(5);
    assertThat(samples.percentile("P1 serve", 95)).isEqualTo(100);
    assertThat(samples.bytes("P1 serve")).isEqualTo(1000);
    assertThat(samples.median("P1 floor")).isNaN();
  }

  @Test
  void aMissedTargetAndAMissedRatioAreToldAsSuch() {
    samples.add("P1 serve", 0, 30, 80_000);
    samples.add("P1 floor", 0, 10, 60_000);
    samples.add("P1 large", 0, 60, 80_000);
    samples.add("P1 bare", 0, 29, 80_000);

    var lines = new Report(samples, Map.of("serve", 120.0)).text("about").lines().toList();

    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith("| P1 first sync")
                    && line.contains(
                        "| 30.0 ms | 30.0 ms | 1 | ≤ 25 ms | missed | 10.0 ms | 3.00 × | ≤ 2.5 × |"
                            + " missed |"))
        .anyMatch(line -> line.contains("P1 on the wire | 80.0 kB |  | 1 | ≤ 75 kB | missed"))
        .anyMatch(
            line -> line.contains("P5 growth of P1") && line.contains("2.00 × | ≤ 1.5 × | missed"))
        .anyMatch(line -> line.contains("P8 guards cost in P1") && line.endsWith("| met |"));
  }

  @Test
  void everyMeasurementIsKept(@TempDir Path folder) throws IOException {
    samples.add("P1 serve", 3, 1.25, 7);
    samples.write(folder.resolve("raw.csv"));

    assertThat(Files.readAllLines(folder.resolve("raw.csv")))
        .containsExactly("figure,round,milliseconds,bytes", "P1 serve,3,1.250,7");
  }

  /** What stands in for audit and signatures is on no class path but the bench's own. */
  @Test
  void noOffSwitchShips() {
    assertThat(Path.of("target/bench-classes/dk/genvej/audit/SilentAuditLog.class")).exists();
    assertThat(Path.of("target/classes/dk/genvej/audit/SilentAuditLog.class")).doesNotExist();
    assertThat(Path.of("target/classes/dk/genvej/sync/PlainSignatures.class")).doesNotExist();
    assertThat(BenchClasses.place()).isEqualTo(Path.of("target/bench-classes").toAbsolutePath());
  }
}
