package dk.genvej.check;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.DemoProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R1 and R2 at their figures for each build, with real processes and SIGKILL. */
class KillTest {

  @ParameterizedTest
  @EnumSource
  void aKillInTheMiddleOfAnUploadLosesAndDoublesNothing(Kills.Victim victim)
      throws IOException, SQLException {
    var home = Files.createTempDirectory(Path.of("target"), "kill");
    int kills = victim == Kills.Victim.BACKEND ? 20 : 10;
    var outcome =
        Kills.run(
            victim,
            kills,
            7,
            home,
            home.resolve("tablets"),
            Duration.ofMinutes(15),
            DemoProgress.silent());

    System.out.println(outcome.text());
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.kills()).isEqualTo(kills);
    assertThat(outcome.landed()).as(outcome.text()).isGreaterThanOrEqualTo(kills * 8 / 10);
    assertThat(outcome.inAnEnd() > 0).as(outcome.text()).isEqualTo(victim == Kills.Victim.BACKEND);
  }
}
