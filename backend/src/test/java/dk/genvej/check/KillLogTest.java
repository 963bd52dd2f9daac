package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.DemoProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours of kills are tried in runs: what the earlier ones found is counted and not done again. */
class KillLogTest {

  private static final long SEED = 7;

  @TempDir private Path home;

  @BeforeEach
  void earlierRun() throws IOException {
    var log = KillLog.in(home, SEED);
    log.add(new KillLog.Kill(true, false, List.of()));
    log.add(new KillLog.Kill(false, true, List.of("a note\tis lost", "another\nis doubled")));
    log.add(new KillLog.Kill(true, true, List.of()));
  }

  @Test
  void whatEarlierRunsFoundIsReadBack() throws IOException {
    var log = KillLog.in(home, SEED);

    assertThat(log.size()).isEqualTo(3);
    assertThat(log.landed()).isEqualTo(2);
    assertThat(log.inAnEnd()).isEqualTo(2);
    assertThat(log.unharmed()).isEqualTo(2);
    assertThat(log.faults()).containsExactly("a note is lost", "another is doubled");
    assertThat(KillLog.in(home, SEED + 1).size()).as("of another seed").isZero();
  }

  @Test
  void aRunWithoutTimeLeftTellsHowFarItGotAndKillsNobody() throws IOException, SQLException {
    var outcome = run(5);

    assertThat(outcome.kills()).isEqualTo(3);
    assertThat(outcome.text()).startsWith("R2  2 of 5 kills").contains("a note is lost");
    assertThat(run(3).kills()).isEqualTo(3);
    assertThat(home.resolve("postgres")).as("nothing was started").doesNotExist();
  }

  private Kills.Outcome run(int kills) throws IOException, SQLException {
    var tablets = home.resolve("tablets");
    var silent = DemoProgress.silent();
    return Kills.run(Kills.Victim.POSTGRES, kills, SEED, home, tablets, Duration.ZERO, silent);
  }
}
