package dk.genvej.check.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.DemoProgress;
import dk.genvej.demo.fcm.Received;
import dk.genvej.demo.fcm.Trouble;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R10 and S12 at their figures for each build; the full ones are "genvej check push". */
class PushCampaignTest {

  private static final long SEED = 20250211;

  @Test
  void whateverFcmAndTheNetworkDoNoPushIsLostDoubledOrSentWhereItMayNot() throws Exception {
    var server = TestServer.running();
    var world = new World();
    PushCampaign.Outcome outcome;
    try (var site =
        PushSite.on(
            server.installation(), server.superuser(), world.municipality, 2, server.settings())) {
      int sends = Integer.getInteger("genvej.check.r10", 1_000);
      outcome = PushCampaign.run(site, sends, SEED, DemoProgress.silent());
    }

    System.out.println(outcome.text());
    assertThat(outcome.faults()).as(outcome.text()).isEmpty();
    assertThat(outcome.sends()).isGreaterThanOrEqualTo(1_000);
    assertThat(outcome.received().stream().map(Received::trouble).distinct())
        .as("every trouble was met")
        .containsAll(List.of(Trouble.values()));
  }
}
