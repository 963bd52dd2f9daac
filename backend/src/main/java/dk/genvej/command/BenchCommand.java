package dk.genvej.command;

import dk.genvej.bench.Size;
import dk.genvej.bench.SyncBench;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the server's work takes by the clock. */
@Command(
    name = "bench",
    description = "Measures the server, each figure beside its floor in the same run.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = BenchCommand.Sync.class)
final class BenchCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Measure what?");
  }

  /** Offline sync. */
  @Command(
      name = "sync",
      description =
          "Starts an embedded PostgreSQL and servers as operators run them, and measures first"
              + " sync, news and queues over HTTP (P1, P2, P3), their growth with the data (P5) and"
              + " the cost of audit, row level security and signatures (P8). Data that lies in its"
              + " folder is used again; the seed is of the order in each round.",
      mixinStandardHelpOptions = true)
  static final class Sync implements Callable<Integer> {

    @Option(
        names = "--municipalities",
        defaultValue = "10",
        paramLabel = "N",
        description = "of the database that growth is measured on (default: ${DEFAULT-VALUE})")
    private int municipalities;

    @Option(
        names = "--years",
        defaultValue = "2",
        paramLabel = "N",
        description = "of 1,000 courses in each of them (default: ${DEFAULT-VALUE})")
    private int years;

    @Option(
        names = "--full",
        description = "growth to 100 municipalities and 5 years; takes hours and 40 GB")
    private boolean full;

    @Option(
        names = "--rounds",
        defaultValue = "40",
        paramLabel = "N",
        description = "of measuring everything (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
        names = "--warm-up",
        defaultValue = "90",
        paramLabel = "SECONDS",
        description = "of the same work before (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
        names = "--output",
        defaultValue = "bench-sync.csv",
        paramLabel = "FILE",
        description = "for every single measurement, as CSV (default: ${DEFAULT-VALUE})")
    private Path output = Path.of("bench-sync.csv");

    @Mixin private CampaignOptions campaign = new CampaignOptions();

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
      var folder = campaign.folder();
      var size = full ? Size.FULL : new Size(municipalities, years);
      var options = new SyncBench.Options(size, rounds, warmUp, campaign.seed(), folder, output);
      return campaign.ended(SyncBench.run(options, TerminalProgress.here()), true);
    }
  }
}
