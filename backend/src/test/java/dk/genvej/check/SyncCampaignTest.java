package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.DemoProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The campaign at its figures for each build; the full one is "genvej check sync". */
class SyncCampaignTest {

  private static final long SEED = 20250211;

  @Test
  void whateverNetworksClocksAndRestoresDoNothingIsLostOrDoubled()
      throws IOException, SQLException, InterruptedException {
    var home = Files.createTempDirectory(Path.of("target"), "campaign");
    var outcome =
        Campaign.run(
            SEED,
            Map.of(
                Trial.R4, Integer.getInteger("genvej.check.r4", 300),
                Trial.CUT, 1,
                Trial.R5, 100,
                Trial.R6, 100,
                Trial.R8, 50,
                Trial.R7, 2),
            home,
            tablets(home),
            Duration.ofMinutes(10),
            DemoProgress.silent());

    assertThat(outcome.allWell()).as(outcome.text()).isTrue();
    System.out.println(outcome.text());
  }

  /** Stopped before it was through, it goes on with what is left, and keeps what it counted. */
  @Test
  void aCampaignGoesOnWhereItWasStopped() throws IOException, SQLException, InterruptedException {
    var home = Files.createTempDirectory(Path.of("target"), "campaign");
    var two = Map.of(Trial.R4, 2, Trial.CUT, 0);
    var none = run(home, two, Duration.ZERO);
    assertThat(none.allWell()).isFalse();
    assertThat(none.text()).contains("0 of 2").contains("2 not tried yet");

    assertThat(run(home, Map.of(Trial.R4, 1), Duration.ofMinutes(5)).allWell()).isTrue();
    var results = Files.readAllLines(home.resolve("results-" + SEED + ".tsv"));
    var both = run(home, two, Duration.ofMinutes(5));

    assertThat(both.allWell()).as(both.text()).isTrue();
    assertThat(Files.readAllLines(home.resolve("results-" + SEED + ".tsv")))
        .hasSize(2)
        .startsWith(results.getFirst());
  }

  private static Campaign.Outcome run(Path home, Map<Trial, Integer> counts, Duration most)
      throws IOException, SQLException, InterruptedException {
    return Campaign.run(SEED, counts, home, tablets(home), most, DemoProgress.silent());
  }

  /** In memory where there is such a folder: a tablet's disk is not what is tried here. */
  static Path tablets(Path home) throws IOException {
    var memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "genvej-tablets")
        : home.resolve("tablets");
  }
}
