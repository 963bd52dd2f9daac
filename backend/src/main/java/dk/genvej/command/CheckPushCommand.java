package dk.genvej.command;

import dk.genvej.check.push.PushCampaign;
import dk.genvej.check.push.PushSite;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R10 and S12. */
@Command(
    name = "push",
    description =
        "Pushes by several instances to a stand-in of FCM that fails three times of ten, by a clock"
            + " that is moved, and holds what was sent against what FCM had said and against what a"
            + " push may say.",
    mixinStandardHelpOptions = true)
final class CheckPushCommand implements Callable<Integer> {

  @Option(
      names = "--sends",
      defaultValue = "50000",
      paramLabel = "N",
      description = "pushes (default: ${DEFAULT-VALUE})")
  private int sends;

  @Option(
      names = "--instances",
      defaultValue = "2",
      paramLabel = "N",
      description = "(default: ${DEFAULT-VALUE})")
  private int instances;

  @Mixin private CampaignOptions campaign = new CampaignOptions();

  @Override
  public Integer call() throws IOException, SQLException {
    try (var site = PushSite.start(campaign.folder(), instances)) {
      var outcome = PushCampaign.run(site, sends, campaign.seed(), TerminalProgress.here());
      return campaign.ended(outcome.text(), outcome.faults().isEmpty());
    }
  }
}
