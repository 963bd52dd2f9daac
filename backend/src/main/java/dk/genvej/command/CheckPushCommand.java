package dk.genvej.command;

import dk.genvej.check.push.PushCampaign;
import dk.genvej.check.push.PushSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "(default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--instances",
      defaultValue = "2",
      paramLabel = "N",
      description = "(default: ${DEFAULT-VALUE})")
  private int instances;

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "for the database (default: a new temporary folder)")
  private @Nullable Path home;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, SQLException {
    var folder = home == null ? Files.createTempDirectory("genvej-push") : home;
    try (var site = PushSite.start(folder, instances)) {
      var outcome = PushCampaign.run(site, sends, seed, TerminalProgress.here());
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      out.print(outcome.text());
      out.flush();
      return outcome.faults().isEmpty() ? 0 : GenvejCommand.FAILED;
    }
  }
}
