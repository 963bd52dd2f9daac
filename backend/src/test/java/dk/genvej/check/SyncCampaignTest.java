package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.DemoProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
                Trial.R4, Integer.getInteger("genvej.check.r4", 200),
                Trial.CUT, 1,
                Trial.R5, 50,
                Trial.R6, 30,
                Trial.R8, 20,
                Trial.R7, 2),
            home,
            tablets(home),
            DemoProgress.silent());

    assertThat(outcome.allWell()).as(outcome.text()).isTrue();
    System.out.println(outcome.text());
  }

  /** In memory where there is such a folder: a tablet's disk is not what is tried here. */
  private static Path tablets(Path home) throws IOException {
    var memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "genvej-tablets")
        : home.resolve("tablets");
  }
}
